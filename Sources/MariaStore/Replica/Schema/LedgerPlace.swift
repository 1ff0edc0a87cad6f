import Vocabulary

/// Where the next line of a ledger goes whose keys are this node's own: node, life of its feed, and a number counted
/// in that life.
struct LedgerPlace: Sendable, Hashable {
    let life: Incarnation
    /// The number of the newest line; 0 where there is none.
    let last: UInt64

    /// Nil before the feed was made. A restore that begins another life waits until the transaction ends, or its lines
    /// have the new life.
    init?(in table: String, of node: Mode, on session: MariaSession) throws {
        let lives = try session.query(
            "SELECT incarnation FROM comxfailover_node.feed_life WHERE id = 1 LOCK IN SHARE MODE")
        guard let life = try lives.first?.unsigned("incarnation") else { return nil }
        self.life = Incarnation(rawValue: life)
        last =
            try session.query(
                "SELECT MAX(sequence) AS last FROM \(table) WHERE node = ? AND incarnation = ?",
                [.unsigned(UInt64(node.number)), .unsigned(life)]
            ).first?.optionalUnsigned("last") ?? 0
    }
}
