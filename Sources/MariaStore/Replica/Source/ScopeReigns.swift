import Ports
import ReplicaLogic
import Vocabulary

/// The reigns over each scope: who owned it when a position was drawn.
///
/// Triggers do not ask who owns a scope; an entry's position tells. A change of owner closes `CaptureGate`, draws a
/// position and opens it again: entries up to that position were written before the change and are committed, and
/// those above it are written after.
struct ScopeReigns {
    let session: MariaSession

    /// One reign, and which positions belong to it.
    struct Reign {
        let after: FeedPosition
        let until: FeedPosition
        let epoch: Epoch
        /// Whether this node does not own the scope, so that what programs write here is drift.
        let isDrift: Bool

        func contains(_ position: FeedPosition) -> Bool { after < position && position <= until }
    }

    /// Begins the first reign over each scope, where there is none yet.
    func begin() throws {
        try session.execute(
            """
            INSERT IGNORE INTO comxfailover_node.scope_reign (scope, after_position, until_position, epoch, drift)
            SELECT r.scope, 0, \(ReignText.open), r.epoch, r.owner NOT IN (0, r.self)
            FROM comxfailover_node.scope_role r
            WHERE NOT EXISTS (SELECT 1 FROM comxfailover_node.scope_reign g WHERE g.scope = r.scope)
            """)
    }

    /// Ends the present reign at `position`, while the gate is closed.
    func end(_ scope: ScopeRow, at position: UInt64, next epoch: Epoch, isDrift: Bool) throws {
        try session.execute(
            "UPDATE comxfailover_node.scope_reign SET until_position = ? "
                + "WHERE scope = ? AND until_position = \(ReignText.open)",
            [.unsigned(position), .unsigned(UInt64(scope.rawValue))])
        try session.execute(
            """
            INSERT INTO comxfailover_node.scope_reign (scope, after_position, until_position, epoch, drift)
            VALUES (?, ?, \(ReignText.open), ?, ?)
            """,
            [
                .unsigned(UInt64(scope.rawValue)), .unsigned(position), .unsigned(epoch.rawValue),
                .unsigned(isDrift ? 1 : 0),
            ])
    }

    func reigns(over scope: ScopeRow) throws -> [Reign] {
        try reigns("FROM comxfailover_node.scope_reign g WHERE g.scope = ?", UInt64(scope.rawValue))
    }

    /// The reigns over the scope of a table, by the table's number: what programs write there belongs to one of them.
    func reigns(overTable number: UInt32) throws -> [Reign] {
        try reigns(
            """
            FROM comxfailover_node.scope_reign g JOIN comxfailover_node.feed_table t ON t.scope = g.scope
            WHERE t.number = ?
            """, UInt64(number))
    }

    private func reigns(_ source: String, _ number: UInt64) throws -> [Reign] {
        try session.query(
            "SELECT g.after_position, g.until_position, g.epoch, g.drift \(source) ORDER BY g.after_position",
            [.unsigned(number)]
        ).map { row in
            Reign(
                after: FeedPosition(rawValue: try row.unsigned("after_position")),
                until: FeedPosition(rawValue: try row.unsigned("until_position")),
                epoch: Epoch(rawValue: try row.unsigned("epoch")), isDrift: try row.bool("drift"))
        }
    }
}
