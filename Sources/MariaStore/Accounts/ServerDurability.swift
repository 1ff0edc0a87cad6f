import Ports
import Vocabulary

/// Whether a server keeps what it said was committed. Anybody with the right may change that while it runs, so it is
/// asked again and again.
package struct ServerDurability: Sendable {
    /// How often is looked: the answer costs a round trip.
    package static let lookEvery = Duration.seconds(10)

    private let administrator: MariaEndpoint

    /// - Parameter administrator: logs in with all rights.
    package init(administrator: MariaEndpoint) { self.administrator = administrator }

    /// What an operator should change on the server; nil where it is as it should be, or does not answer: a server that
    /// is down has troubles of its own.
    package func trouble() async -> String? {
        let connection = MariaConnection(endpoint: administrator)
        let words = try? await connection.perform { session -> String? in
            do { return try Self.advice(session) } catch let refusal as DatabaseRefusal { return refusal.words }
        }
        await connection.close()
        return words
    }

    /// - Throws: `DatabaseRefusal` where such a server cannot be used at all: one that forgets committed transactions
    ///   at a crash hands out the same position twice. One that does so only when the whole machine goes down is found
    ///   restored afterwards, which costs time.
    static func advice(_ session: MariaSession) throws -> String? {
        let rows = try session.query("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS mode")
        switch try rows.first?.unsigned("mode") {
        case 0: throw DatabaseRefusal.unsafeDurability
        case 2:
            return "innodb_flush_log_at_trx_commit is 2: a power cut may lose the last second of committed changes; "
                + "better: SET GLOBAL innodb_flush_log_at_trx_commit = 1, also in the server's option file"
        default: return nil
        }
    }
}
