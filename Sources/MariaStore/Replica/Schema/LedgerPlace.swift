import Vocabulary

/// Where the next lines of a ledger go whose keys are this node's own: node, life of its feed, and a number.
///
/// The number is one of the feed's: a database that was put back to an older image, and does not know yet what the peer
/// has of its life, gives none of them again. Lines in the order of their numbers are lines in the order of their
/// writing.
struct LedgerPlace: Sendable, Hashable {
    let life: Incarnation
    /// The number of the first line; those that are written with it follow.
    let first: UInt64

    /// Nil before the feed was made. A restore that begins another life waits until the transaction ends, or its lines
    /// have the new life.
    init?(in table: String, of node: Mode, on session: MariaSession) throws {
        let lives = try session.query(
            "SELECT incarnation FROM comxfailover_node.feed_life WHERE id = 1 LOCK IN SHARE MODE")
        guard let life = try lives.first?.unsigned("incarnation") else { return nil }
        self.life = Incarnation(rawValue: life)
        // Lines that no trigger saw have drawn no numbers of their own; the next ones stand above them all the same.
        let last =
            try session.query(
                "SELECT MAX(sequence) AS last FROM \(table) WHERE node = ? AND incarnation = ?",
                [.unsigned(UInt64(node.number)), .unsigned(life)]
            ).first?.optionalUnsigned("last") ?? 0
        first = try FeedSequence(session: session).draw(above: last)
    }
}
