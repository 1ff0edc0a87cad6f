import Ports
import Vocabulary

/// The three questions behind the settled head, as `SettledHeadMachine` asks them.
struct SettlingProbe {
    let session: MariaSession

    /// Takes the lock that every capturing transaction shares, without waiting; getting it proves that none is open.
    func drawQuietly() throws -> FeedPosition? {
        do {
            return try session.transaction(.readCommitted) { session in
                _ = try session.query("SELECT epoch FROM comxfailover_node.scope_role FOR UPDATE NOWAIT")
                return try draw()
            }
        } catch let error as MariaError where error.number == 1205 {
            return nil
        }
    }

    /// Draws a number and leaves a transaction open behind it.
    func openCanary() throws -> (drawn: FeedPosition, canary: UInt64) {
        let drawn = try draw()
        try session.script("START TRANSACTION")
        try session.execute("UPDATE comxfailover_node.canary SET beats = beats + 1 WHERE id = 1")
        return (drawn, UInt64(session.connectionID))
    }

    func closeCanary() throws { try session.script("ROLLBACK") }

    private func draw() throws -> FeedPosition {
        let rows = try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence) AS drawn")
        return FeedPosition(rawValue: try rows.first?.unsigned("drawn") ?? 0)
    }
}
