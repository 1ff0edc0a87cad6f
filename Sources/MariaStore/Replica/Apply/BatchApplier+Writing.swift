import Ports
import ReplicaLogic
import Vocabulary

extension BatchApplier {
    /// Deletes what is replaced, then inserts what arrived: swapped unique values never stand in each other's way.
    ///
    /// Where this node's table has columns that the peer's lacks, rows that stand here are updated instead, so that
    /// those columns keep their values.
    func write(_ judged: [JudgedRow], to local: LocalTable, plan: ColumnPlan) throws {
        let written = judged.enumerated().filter { $0.element.writesImage }
        guard !written.isEmpty else { return }
        let keepsRows = !plan.onlyOurs.isEmpty
        let updated = keepsRows ? written.filter { $0.element.isPresentHere && !$0.element.row.isAbsent } : []
        let untouched = Set(updated.map(\.offset))
        try delete(judged, except: untouched, from: local)
        let columns = plan.shared.map { local.description.columns[$0.ours].name }
        try insert(
            written.filter { !$0.element.row.isAbsent && !untouched.contains($0.offset) }.map(\.element),
            columns: columns, to: local, plan: plan)
        try update(updated.map(\.element), columns: columns, in: local, plan: plan)
    }

    private func delete(_ judged: [JudgedRow], except untouched: Set<Int>, from local: LocalTable) throws {
        let kept = judged.enumerated()
            .filter { !$0.element.writesImage || untouched.contains($0.offset) }.map(\.offset)
        guard judged.enumerated().contains(where: { $0.element.isPresentHere && $0.element.writesImage
            && !untouched.contains($0.offset) })
        else { return }
        if !kept.isEmpty {
            try session.executeBulk(
                "DELETE FROM \(local.stage) WHERE ordinal = ?", rows: kept.map { [.unsigned(UInt64($0))] })
        }
        try session.execute(
            "DELETE t FROM \(local.stage) s STRAIGHT_JOIN \(local.text.source) t ON \(local.joinStage)")
    }

    private func insert(
        _ rows: [JudgedRow], columns: [String], to local: LocalTable, plan: ColumnPlan
    ) throws {
        guard !rows.isEmpty else { return }
        let names = columns.map(MariaIdentifier.quoted).joined(separator: ", ")
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        try session.executeBulk(
            "INSERT INTO \(local.text.source) (\(names)) VALUES (\(marks))",
            rows: rows.map { sharedValues($0.row, plan) })
    }

    private func update(
        _ rows: [JudgedRow], columns: [String], in local: LocalTable, plan: ColumnPlan
    ) throws {
        guard !rows.isEmpty else { return }
        let sets = columns.map { "\(MariaIdentifier.quoted($0)) = ?" }.joined(separator: ", ")
        let condition = local.description.keyColumns.map { "\(MariaIdentifier.quoted($0.name)) <=> ?" }
        try session.executeBulk(
            "UPDATE \(local.text.source) SET \(sets) WHERE \(condition.joined(separator: " AND "))",
            rows: rows.map { sharedValues($0.row, plan) + $0.row.key })
    }

    private func sharedValues(_ row: FeedRow, _ plan: ColumnPlan) -> [CellValue] {
        guard let image = row.image else { return [] }
        return plan.shared.map { image[$0.theirs] }
    }

    /// The feed's entries, with the original versions and origins and positions of this node's own.
    func writeFeed(_ judged: [JudgedRow], of local: LocalTable) throws {
        let rows = judged.compactMap { judged -> [CellValue]? in
            guard let stamp = judged.stamp else { return nil }
            let isTombstone = judged.writesImage ? judged.row.isAbsent : stamp.isTombstone
            return local.feedKey(judged.row.key) + [
                .unsigned(stamp.version.epoch.rawValue), .unsigned(stamp.version.clock),
                .unsigned(UInt64(stamp.version.node.number)), .unsigned(stamp.seen),
                .unsigned(isTombstone ? 1 : 0),
            ]
        }
        guard !rows.isEmpty else { return }
        _ = try session.query(
            "SELECT epoch FROM comxfailover_node.scope_role WHERE scope = \(local.text.scope.rawValue) LOCK IN SHARE MODE")
        let parts = local.text.keyParts
        let refresh = (parts + ["position", "epoch", "clock", "node", "seen", "tombstone", "drift"])
            .map { "\($0) = VALUES(\($0))" }
        try session.executeBulk(
            """
            INSERT INTO \(local.text.feedTable)
              (\(parts.joined(separator: ", ")), epoch, clock, node, seen, tombstone, position, drift)
            VALUES (\(local.feedKeyMarks.joined(separator: ", ")), ?, ?, ?, ?, ?,
              NEXTVAL(comxfailover_node.feed_sequence), 0)
            ON DUPLICATE KEY UPDATE \(refresh.joined(separator: ", "))
            """, rows: rows)
    }
}
