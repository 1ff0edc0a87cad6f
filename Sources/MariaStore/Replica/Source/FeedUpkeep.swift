import ReplicaLogic
import Vocabulary

/// Slow work on the feed: shipping a table again, and collecting tombstones, in steps that make no writer wait.
struct FeedUpkeep {
    static let stepRows = 1_000

    let session: MariaSession

    /// Stamps every row of a table anew as this node's write, rows that capture missed among them.
    ///
    /// A node that does not own the scope stamps nothing: its copy is not what the pair should have.
    func shipAgain(_ table: TableName) throws -> UInt64 {
        do {
            let local = try LocalTables().table(table, on: session)
            guard local.keepsOwnClock else {
                throw MariaError(number: 1205, message: "capture of \(table) is still to be made anew")
            }
            try CaptureInstaller(session: session).backfill(local.text)
        } catch is TableRefusal {
            return 0
        }
        let rows = try session.query(
            """
            SELECT t.number, t.scope FROM comxfailover_node.feed_table t
            WHERE t.schema_name = ? AND t.table_name = ? AND t.installed = 1
            """, [.text(table.schema), .text(table.name)])
        guard let row = rows.first else { return 0 }
        let feed = "`comxfailover_node`.`feed_\(try row.unsigned("number"))`"
        let scope = try row.unsigned("scope")
        let end = try session.query("SELECT MAX(position) AS last FROM \(feed)").first?.optionalUnsigned("last") ?? 0
        var touched: UInt64 = 0
        for mode in Mode.allCases {
            touched += try stampAnew(feed, of: mode, upTo: end, scope: scope)
        }
        return touched
    }

    /// Stamps the entries that one node wrote, the oldest first.
    ///
    /// Where both nodes write, the new stamp is only just later than the one it replaces: a write that the peer made
    /// meanwhile is the better one.
    private func stampAnew(_ feed: String, of mode: Mode, upTo end: UInt64, scope: UInt64) throws -> UInt64 {
        var touched: UInt64 = 0
        while true {
            let step = try session.transaction(.readCommitted) { session in
                _ = try session.query(
                    "SELECT epoch FROM comxfailover_node.scope_role WHERE scope = ? LOCK IN SHARE MODE",
                    [.unsigned(scope)])
                return try session.execute(
                    """
                    UPDATE \(feed) f JOIN (SELECT f.position AS old FROM \(feed) f \(ReignText.join(scope: "\(scope)"))
                        WHERE f.node = \(mode.number) AND f.position <= ? AND \(ReignText.drift) = 0
                        ORDER BY f.position LIMIT \(Self.stepRows)) s ON f.node = \(mode.number) AND f.position = s.old
                    JOIN comxfailover_node.scope_role r ON r.scope = ? AND r.owner IN (0, r.self)
                    SET f.seen = IF(f.node = r.self, f.seen, f.clock),
                      f.clock = IF(r.owner = 0, GREATEST(f.clock, f.own_clock) + 1,
                        GREATEST(\(CaptureText.clock), f.clock + 1, f.own_clock + 1)),
                      f.epoch = r.epoch, f.drift = 0, f.node = r.self,
                      f.position = NEXTVAL(comxfailover_node.feed_sequence)
                    """, [.unsigned(end), .unsigned(scope)])
            }
            touched += step.affectedRows
            if step.affectedRows < UInt64(Self.stepRows) { return touched }
        }
    }

    /// Deletes tombstones at or below `position` that were written before `moment`. What was deleted without owning
    /// it is no settled matter: its mark is what the owner is asked by. Reigns of long ago go on the same occasion.
    func collectTombstones(below position: FeedPosition, before moment: WallTime) throws -> UInt64 {
        var collected: UInt64 = 0
        try ScopeReigns(session: session).retire()
        try FeedLifeTable(session: session).markHighest()
        for row in try session.query("SELECT number FROM comxfailover_node.feed_table WHERE installed = 1") {
            for mode in Mode.allCases {
                collected += try collect(try row.unsigned("number"), of: mode, below: position, before: moment)
            }
        }
        return collected
    }

    /// Deletes old tombstones that one node wrote, each by its own number: a stretch of numbers would lock, and wait
    /// for, the entries between them that writers are at work on.
    private func collect(
        _ number: UInt64, of mode: Mode, below position: FeedPosition, before moment: WallTime
    ) throws -> UInt64 {
        let feed = "`comxfailover_node`.`feed_\(number)`"
        var collected: UInt64 = 0
        while true {
            let oldest = try session.query(
                """
                SELECT f.position FROM comxfailover_node.feed_table t JOIN \(feed) f \(ReignText.join(scope: "t.scope"))
                WHERE t.number = ? AND f.node = \(mode.number) AND f.tombstone = 1 AND \(ReignText.drift) = 0
                  AND f.position <= ? AND f.clock < ? ORDER BY f.position LIMIT \(Self.stepRows)
                """, [.unsigned(number), .unsigned(position.rawValue), .integer(moment.rawValue)])
            guard let last = try oldest.last?.unsigned("position") else { return collected }
            let marks = Array(repeating: "?", count: oldest.count).joined(separator: ", ")
            try session.transaction(.readCommitted) { session in
                try session.execute(
                    "UPDATE comxfailover_node.feed_table SET horizon = GREATEST(horizon, ?) WHERE number = ?",
                    [.unsigned(last), .unsigned(number)])
                collected += try session.execute(
                    "DELETE FROM \(feed) WHERE node = \(mode.number) AND tombstone = 1 AND position IN (\(marks))",
                    oldest.map { $0[0] }
                ).affectedRows
            }
        }
    }
}
