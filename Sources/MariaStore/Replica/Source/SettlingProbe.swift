import Ports
import Vocabulary

/// The three questions behind the settled head, as `SettledHeadMachine` asks them.
struct SettlingProbe {
    let session: MariaSession

    /// Draws a number, and finds out without waiting whether nobody is inside who drew a lower one: no program behind
    /// the gate, and none of our own transactions, which hold the row of the scope while they draw.
    func drawQuietly() throws -> FeedPosition? {
        let gate = CaptureGate(session)
        do {
            let drawn = try draw()
            _ = try session.query("SELECT epoch FROM comxfailover_node.scope_role FOR UPDATE NOWAIT")
            try gate.close(waiting: 0)
            // A session that could not open it any more is lost, and its locks with it.
            defer { try? gate.open() }
            return try gate.hasForsaken() ? nil : drawn
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
