import Vocabulary

/// The numbers that the feed is counted with, for others who need a number that this node has never given before.
///
/// A database that was put back to an older image has forgotten what it gave since. But every start of its server skips
/// a stretch of these numbers, of random length, as `FeedLifeTable.skipNumbers` says: a number drawn afterwards is new,
/// as surely as the peer's memory of a forgotten one stands inside the gap.
struct FeedSequence {
    let session: MariaSession

    /// A number that is drawn for nothing else.
    ///
    /// Where this run of the server has not skipped its numbers yet, for want of a moment without writers, a stretch is
    /// skipped here: it is in no book, since entries may stand inside, and is as long.
    ///
    /// - Parameter floor: below what is drawn, whatever other numbers were given there before.
    func draw(above floor: UInt64) throws -> UInt64 {
        let isBegun = try FeedLifeTable(session: session).isRunBegun()
        let drawn = try next()
        guard !isBegun || drawn <= floor else { return drawn }
        let length = UInt64.random(in: FeedLifeTable.gapLengths)
        _ = try session.query("SELECT SETVAL(comxfailover_node.feed_sequence, \(max(drawn, floor) + length))")
        return try next()
    }

    private func next() throws -> UInt64 {
        try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence) AS drawn").first?.unsigned("drawn") ?? 0
    }
}
