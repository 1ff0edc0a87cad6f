import Ports
import Vocabulary

/// What was written under reigns that were not this node's.
extension ScopeReigns {
    /// Makes what was written here without ownership a write of the reign that begins, as `RowStamp.claimed` says: it
    /// is now what the pair has, and ships.
    ///
    /// What triggers wrote is found by the index, reign by reign, while the gate is closed.
    func claimDrift(over scope: ScopeRow, since epoch: Epoch) throws {
        let lost = try reigns(over: scope).filter(\.isDrift)
        for table in try tables(over: scope) {
            for reign in lost {
                try claim(
                    "node = ? AND position > ? AND position <= ? AND drift IS NULL",
                    [.unsigned(table.node), .unsigned(reign.after.rawValue), .unsigned(reign.until.rawValue)],
                    in: table.number, epoch)
            }
        }
    }

    /// The same for what a backfill wrote and marked itself. No index finds it, and nobody is to wait meanwhile: so it
    /// is claimed before the gate closes. No backfill writes while the scope's row is locked.
    func claimMarked(over scope: ScopeRow, since epoch: Epoch) throws {
        for table in try tables(over: scope) {
            let marked = try session.query(
                "SELECT 1 FROM `comxfailover_node`.`feed_\(table.number)` WHERE drift = 1 LIMIT 1")
            if !marked.isEmpty { try claim("drift = 1", [], in: table.number, epoch) }
        }
    }

    private func tables(over scope: ScopeRow) throws -> [(number: UInt64, node: UInt64)] {
        try session.query(
            """
            SELECT t.number, r.self FROM comxfailover_node.feed_table t
              JOIN comxfailover_node.scope_role r ON r.scope = t.scope WHERE t.installed = 1 AND t.scope = ?
            """, [.unsigned(UInt64(scope.rawValue))]
        ).map { (try $0.unsigned("number"), try $0.unsigned("self")) }
    }

    private func claim(_ condition: String, _ values: [MariaValue], in number: UInt64, _ epoch: Epoch) throws {
        func claim(later known: String) throws {
            try session.execute(
                """
                UPDATE `comxfailover_node`.`feed_\(number)`
                SET clock = GREATEST(\(CaptureText.clock), GREATEST(\(known)) + 1), epoch = ?, seen = 0, drift = 0,
                  position = NEXTVAL(comxfailover_node.feed_sequence)
                WHERE \(condition)
                """, [.unsigned(epoch.rawValue)] + values)
        }
        do {
            try claim(later: "clock, seen, own_clock")
        } catch let error as MariaError where error.isUnknownColumn {
            // Capture of an earlier program, which is still to be made anew.
            try claim(later: "clock, seen")
        }
    }

    /// Marks the tables in which this node has written without owning their scope.
    ///
    /// Whatever a trigger wrote in such a reign is drift; the index finds it. A reign that is over is looked through
    /// once: all that was written in it is committed.
    func noteDrift() throws {
        let looks = try session.query(
            """
            SELECT g.scope, g.after_position AS after, g.until_position AS until, t.number, r.self
            FROM comxfailover_node.scope_reign g
              JOIN comxfailover_node.scope_role r ON r.scope = g.scope
              LEFT JOIN comxfailover_node.feed_table t
                ON t.scope = g.scope AND t.installed = 1 AND t.drifted <> 1
            WHERE g.drift = 1 AND g.noted = 0
            """
        ).map(Look.init)
        guard !looks.isEmpty else { return }
        let found = try tables(in: looks.filter { $0.number != nil })
        let over = Set(looks.filter(\.isOver).map(\.place))
        guard !found.isEmpty || !over.isEmpty else { return }
        try session.transaction(.readCommitted) { session in
            for number in found {
                try session.execute(
                    "UPDATE comxfailover_node.feed_table SET drifted = 1 WHERE number = ?", [.unsigned(number)])
            }
            for place in over {
                try session.execute(
                    "UPDATE comxfailover_node.scope_reign SET noted = 1 WHERE scope = ? AND after_position = ?",
                    [.unsigned(place.scope), .unsigned(place.after)])
            }
        }
    }

    /// The tables in which something was found, in one question.
    private func tables(in looks: [Look]) throws -> Set<UInt64> {
        guard !looks.isEmpty else { return [] }
        let questions = looks.map {
            "EXISTS (SELECT 1 FROM `comxfailover_node`.`feed_\($0.number ?? 0)` WHERE node = ? "
                + "AND position > ? AND position <= ? AND drift IS NULL)"
        }
        let answers = try session.query(
            "SELECT \(questions.joined(separator: ", "))",
            looks.flatMap { [.unsigned($0.node), .unsigned($0.place.after), .unsigned($0.until)] })
        guard let answer = answers.first else { return [] }
        return Set(zip(looks, answer.values).filter { $1 != .integer(0) }.compactMap { $0.0.number })
    }

    /// A table in a reign during which this node did not own it.
    private struct Look {
        struct Place: Hashable {
            let scope: UInt64
            let after: UInt64
        }

        let place: Place
        let until: UInt64
        /// Nil where no table need be looked at.
        let number: UInt64?
        let node: UInt64
        var isOver: Bool { until != .max }

        init(_ row: MariaRow) throws {
            place = Place(scope: try row.unsigned("scope"), after: try row.unsigned("after"))
            until = try row.unsigned("until")
            number = try row.optionalUnsigned("number")
            node = try row.unsigned("self")
        }
    }
}
