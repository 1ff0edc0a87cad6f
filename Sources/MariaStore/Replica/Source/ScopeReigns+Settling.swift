import Ports
import ReplicaLogic
import Vocabulary

/// Writing into entries what follows from their positions, so that the reign need not be asked any more.
extension ScopeReigns {
    /// How many reigns that are over are kept for each scope: readers look through all of them for each entry.
    static let formerMax = 8
    /// Entries settled by one transaction: few, since writers may want them.
    static let stepRows = 1_000

    /// Settles a table that comes under another scope.
    func settle(table number: UInt32, under scope: ScopeRow) throws {
        let head = try FeedLifeTable(session: session).drawnHead()
        for reign in try reigns(over: scope) { try settle(UInt64(number), within: reign, upTo: head) }
    }

    /// Settles and forgets the oldest reigns that are over, where there are more than are kept. One in which drift may
    /// stand that nobody has noted yet waits until somebody has.
    func retire() throws {
        for scope in ScopeRow.allCases {
            let values: [MariaValue] = [.unsigned(UInt64(scope.rawValue))]
            let noted = try session.query(
                "SELECT after_position FROM comxfailover_node.scope_reign WHERE scope = ? AND (drift = 0 OR noted = 1)",
                values
            ).map { FeedPosition(rawValue: try $0.unsigned("after_position")) }
            let old = try reigns(over: scope).dropLast(1 + Self.formerMax).filter { noted.contains($0.after) }
            guard !old.isEmpty else { continue }
            let tables = try session.query(
                "SELECT number FROM comxfailover_node.feed_table WHERE installed = 1 AND scope = ?", values)
            for reign in old {
                for table in tables { try settle(try table.unsigned("number"), within: reign, upTo: reign.until) }
                try session.execute(
                    "DELETE FROM comxfailover_node.scope_reign WHERE scope = ? AND after_position = ?",
                    values + [.unsigned(reign.after.rawValue)])
            }
        }
    }

    private func settle(_ number: UInt64, within reign: Reign, upTo head: FeedPosition) throws {
        guard let node = try FeedLifeTable(session: session).mode()?.number else { return }
        let feed = "`comxfailover_node`.`feed_\(number)`"
        let stretch = "node = \(node) AND epoch IS NULL AND position > ? AND position <= ?"
        var last = reign.after
        while true {
            let step = try session.query(
                """
                SELECT MAX(position) AS last FROM (SELECT position FROM \(feed) WHERE \(stretch)
                  ORDER BY position LIMIT \(Self.stepRows)) s
                """, [.unsigned(last.rawValue), .unsigned(min(reign.until, head).rawValue)])
            guard let end = try step.first?.optionalUnsigned("last") else { return }
            try session.transaction(.readCommitted) { session in
                try session.execute(
                    "UPDATE \(feed) SET epoch = ?, drift = ? WHERE \(stretch)",
                    [
                        .unsigned(reign.epoch.rawValue), .unsigned(reign.isDrift ? 1 : 0), .unsigned(last.rawValue),
                        .unsigned(end),
                    ])
            }
            last = FeedPosition(rawValue: end)
        }
    }
}
