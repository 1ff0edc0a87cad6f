import MariaStore
import Vocabulary

/// Waits until somebody waits: what a test about locks needs before its next step.
struct LockWatch {
    private struct NobodyWaits: Error {
        let seen: [[String]]
    }

    private let node: CopyNode

    init(_ node: CopyNode) { self.node = node }

    /// Returns once a transaction waits for a row; tells which connection.
    @discardableResult
    func awaitWaiter() async throws -> UInt64 {
        try await wait(
            for:
                """
                SELECT t.trx_mysql_thread_id FROM information_schema.INNODB_TRX t WHERE t.trx_state = 'LOCK WAIT'
                """)
    }

    /// Returns once a statement waits for a whole table; tells which connection.
    @discardableResult
    func awaitTableWaiter() async throws -> UInt64 {
        try await wait(
            for:
                "SELECT ID FROM information_schema.PROCESSLIST WHERE STATE LIKE 'Waiting for table metadata lock'")
    }

    private func wait(for question: String) async throws -> UInt64 {
        let connection = MariaConnection(endpoint: node.administrator)
        let clock = ContinuousClock()
        let start = clock.now
        while start.duration(to: clock.now) < .seconds(20) {
            if let found = try await connection.perform({ try $0.query(question).first?[0].readable }) {
                await connection.close()
                return UInt64(found) ?? 0
            }
            // The server renews its list only when nobody has read it for a while.
            try await clock.sleep(for: .milliseconds(150))
        }
        let seen = try await connection.perform { session in
            try session.query("SHOW PROCESSLIST").map { $0.values.map { $0.readable ?? "NULL" } }
        }
        await connection.close()
        throw NobodyWaits(seen: seen)
    }
}
