import MariaStore
import Vocabulary

/// MariaDB's own replication by GTID with its default settings, from the pair's writer to its receiver, over TLS.
///
/// It copies the schemas whose names begin with `native`.
struct NativeReplication: Sendable {
    private static let user = "native_copy"
    private static let waitSeconds = 3_600

    let pair: ServerPair

    /// Makes the account and names the source; nothing runs yet.
    func arrange() async throws {
        try await pair.writer.run(
            "SET sql_log_bin = 0",
            "CREATE OR REPLACE USER \(Self.user)@'127.%' IDENTIFIED BY 'native' REQUIRE SSL",
            "GRANT REPLICATION SLAVE ON *.* TO \(Self.user)@'127.%'")
        try await pair.receiver.run(
            "SET GLOBAL replicate_wild_do_table = 'native%.%'",
            """
            CHANGE MASTER TO MASTER_HOST = '\(pair.writerHost)', MASTER_PORT = \(pair.writerPort),
              MASTER_USER = '\(Self.user)', MASTER_PASSWORD = 'native', MASTER_SSL = 1,
              MASTER_SSL_CA = '\(pair.authorities)', MASTER_SSL_VERIFY_SERVER_CERT = 1, MASTER_USE_GTID = slave_pos
            """)
    }

    /// From here on the receiver is to follow: nothing earlier is copied.
    func beginHere() async throws {
        let position = try await position()
        try await pair.receiver.run("STOP REPLICA", "SET GLOBAL gtid_slave_pos = '\(position)'")
    }

    func start() async throws { try await pair.receiver.run("START REPLICA") }

    func stop() async throws { try await pair.receiver.run("STOP REPLICA") }

    /// How far the writer has come.
    func position() async throws -> String {
        try await pair.writer.word("SELECT @@GLOBAL.gtid_binlog_pos AS position")
    }

    /// Starts the copy and waits until it has reached `position`.
    func catchUp(to position: String) async throws {
        try await pair.receiver.use { session in
            try session.script("START REPLICA")
            let rows = try session.query("SELECT MASTER_GTID_WAIT('\(position)', \(Self.waitSeconds)) AS outcome")
            guard rows.first?["outcome"].readable == "0" else {
                let status = try session.query("SHOW REPLICA STATUS").first
                throw BenchFailure("native replication stands still: \(status?["Last_Error"].readable ?? "")")
            }
        }
    }
}
