import Ports
import ReplicaLogic
import Vocabulary

extension BatchApplier {
    /// Deletes what is replaced, then inserts what arrived: swapped unique values never stand in each other's way.
    ///
    /// Columns that only this node's table has keep their values: they are read before the rows are deleted.
    func write(_ judged: [JudgedRow], to local: LocalTable, plan: ColumnPlan) throws {
        guard judged.contains(where: \.writesImage) else { return }
        let kept = try keptValues(of: judged, in: local, plan: plan)
        try delete(judged, from: local)
        let fresh = judged.indices.filter { judged[$0].writesImage && !judged[$0].row.isAbsent && kept[$0] == nil }
        let shared = plan.shared.map { local.description.columns[$0.ours].name }
        let wanting = local.description.columns.filter { $0.needsValue && plan.onlyOurs.contains($0.name.lowercased()) }
        try insert(
            fresh.map { ($0, sharedValues(judged[$0].row, plan)) }, columns: shared, to: local,
            placeholders: wanting.map { ($0.name, $0.placeholder) })
        try insert(
            kept.sorted { $0.key < $1.key }.map { ($0.key, sharedValues(judged[$0.key].row, plan) + $0.value) },
            columns: shared + ownColumns(of: local, plan), to: local, placeholders: [])
    }

    /// What the columns that only this node has hold, by the rows' places in the batch.
    private func keptValues(
        of judged: [JudgedRow], in local: LocalTable, plan: ColumnPlan
    ) throws -> [Int: [CellValue]] {
        let columns = ownColumns(of: local, plan).map { "t.\(MariaIdentifier.quoted($0))" }
        guard !columns.isEmpty else { return [:] }
        var kept: [Int: [CellValue]] = [:]
        try session.forEachRow(
            """
            SELECT s.ordinal, \(columns.joined(separator: ", "))
            FROM \(local.stage) s STRAIGHT_JOIN \(local.text.source) t ON \(local.joinStage)
            """
        ) { row in
            let place = Int(try row.unsigned("ordinal"))
            guard judged[place].writesImage, !judged[place].row.isAbsent else { return }
            kept[place] = Array(row.values.dropFirst())
        }
        return kept
    }

    private func ownColumns(of local: LocalTable, _ plan: ColumnPlan) -> [String] {
        local.description.columns.map(\.name).filter { plan.onlyOurs.contains($0.lowercased()) }
    }

    private func delete(_ judged: [JudgedRow], from local: LocalTable) throws {
        guard judged.contains(where: { $0.isPresentHere && $0.writesImage }) else { return }
        let spared = judged.indices.filter { !judged[$0].writesImage }
        if !spared.isEmpty {
            try session.executeBulk(
                "DELETE FROM \(local.stage) WHERE ordinal = ?", rows: spared.map { [.unsigned(UInt64($0))] })
        }
        try session.execute(
            "DELETE t FROM \(local.stage) s STRAIGHT_JOIN \(local.text.source) t ON \(local.joinStage)")
    }

    /// - Parameter rows: the values of each row, with its place in the batch.
    private func insert(
        _ rows: [(place: Int, values: [CellValue])], columns: [String], to local: LocalTable,
        placeholders: [(name: String, value: String)]
    ) throws {
        guard !rows.isEmpty else { return }
        let errors = EnumerationErrors(in: rows, columns: columns, of: local)
        let names = (columns + placeholders.map(\.name)).map(MariaIdentifier.quoted).joined(separator: ", ")
        let values = (columns.map { _ in "?" } + placeholders.map(\.value)).joined(separator: ", ")
        try session.executeBulk(
            "INSERT INTO \(local.text.source) (\(names)) VALUES (\(values))", rows: errors.stoodIn(rows.map(\.values)))
        try errors.write(on: session)
    }

    private func sharedValues(_ row: FeedRow, _ plan: ColumnPlan) -> [CellValue] {
        guard let image = row.image else { return [] }
        return plan.shared.map { image[$0.theirs] }
    }

    /// The feed's entries, with the original versions and origins and positions of this node's own.
    func writeFeed(_ judged: [JudgedRow], of local: LocalTable) throws {
        // Deletions first: where a spelling of a key went and another came, the entry is that of the row that stands.
        let ordered = judged.filter(\.row.isAbsent) + judged.filter { !$0.row.isAbsent }
        let rows = ordered.compactMap { judged -> [CellValue]? in
            guard let stamp = judged.stamp else { return nil }
            let isTombstone = judged.writesImage ? judged.row.isAbsent : stamp.isTombstone
            return local.feedKey(judged.row.key) + [
                .unsigned(stamp.version.epoch.rawValue), .unsigned(stamp.version.clock),
                .unsigned(UInt64(stamp.version.node.number)), .unsigned(stamp.seen),
                .unsigned(isTombstone ? 1 : 0),
            ] + (local.keepsOwnClock ? [.unsigned(judged.ownClock)] : [])
        }
        guard !rows.isEmpty else { return }
        let parts = local.text.keyParts
        let bound = ["epoch", "clock", "node", "seen", "tombstone"] + (local.keepsOwnClock ? ["own_clock"] : [])
        let refresh = (parts + bound + ["position", "drift"]).map { "\($0) = VALUES(\($0))" }
        try session.executeBulk(
            """
            INSERT INTO \(local.text.feedTable)
              (\((parts + bound).joined(separator: ", ")), position, drift)
            VALUES (\((local.feedKeyMarks + bound.map { _ in "?" }).joined(separator: ", ")),
              NEXTVAL(comxfailover_node.feed_sequence), 0)
            ON DUPLICATE KEY UPDATE \(refresh.joined(separator: ", "))
            """, rows: rows)
    }
}
