import Ports
import ReplicaLogic
import Vocabulary

/// Removes rows that the authority does not have, in one transaction, each into the ledger first.
struct RowRemoval {
    /// The most rows read at a time: few, since each may hold megabytes.
    static let keysMax = 16

    let session: MariaSession
    let tables: LocalTables
    let at: WallTime

    func remove(keys: [[CellValue]], of table: FeedTable, reason: LedgerReason) throws -> UInt64 {
        let local = try tables.table(table.table, on: session)
        let shape = local.description.shape
        let columns = shape.columns.indices.map { "t.\(MariaIdentifier.quoted(shape.columns[$0].name))" }
        let rowKey = KeyText(columns: shape.keyColumns.map { "t.\(MariaIdentifier.quoted($0.name))" })
        var removed: UInt64 = 0
        // Entries go with the rows, and a feed that got shorter is not a restored one.
        try FeedLifeTable(session: session).markHighest()
        try session.transaction(.readCommitted) { session in
            for start in stride(from: 0, to: keys.count, by: Self.keysMax) {
                let part = Array(keys[start..<min(start + Self.keysMax, keys.count)])
                let condition = rowKey.isOne(of: part)
                let rows = try session.query(
                    "SELECT \(columns.joined(separator: ", ")) FROM \(local.text.source) t "
                        + "WHERE \(condition.text) FOR UPDATE",
                    condition.values)
                for row in rows { try record(row.values, of: local, item: table.item, reason: reason) }
                removed += try session.execute(
                    "DELETE t FROM \(local.text.source) t WHERE \(condition.text)", condition.values
                ).affectedRows
                let entries = entries(under: part, of: local)
                try session.execute(
                    "DELETE f FROM \(local.text.feedTable) f WHERE \(entries.text)", entries.values)
            }
        }
        return removed
    }

    /// The condition that finds the entries of some keys; a NULL is told by its mark alone.
    private func entries(under keys: [[CellValue]], of local: LocalTable) -> (text: String, values: [CellValue]) {
        let alternatives = keys.map { key in
            local.description.keyColumns.enumerated().map { index, column in
                guard column.isNullable else { return "f.k\(index) = ?" }
                return key[index] == .null ? "f.n\(index) = 1" : "f.k\(index) = ? AND f.n\(index) = 0"
            }.joined(separator: " AND ")
        }
        return (alternatives.map { "(\($0))" }.joined(separator: " OR "), keys.flatMap { $0 }.filter { $0 != .null })
    }

    private func record(_ image: [CellValue], of local: LocalTable, item: ItemName, reason: LedgerReason) throws {
        let shape = local.description.shape
        try session.execute(
            """
            INSERT INTO comxfailover_node.conflict_ledger
              (item, schema_name, table_name, key_values, reason, at, winner, loser, winner_image, loser_image)
            VALUES (?, ?, ?, ?, ?, ?, 'absent at the authority', 'here only', NULL, ?)
            """,
            [
                .text(item.description), .text(shape.table.schema), .text(shape.table.name),
                .text(ImageText.json(names: shape.keyColumns.map(\.name), values: shape.keyIndices.map { image[$0] })),
                .text(reason.rawValue), .integer(at.rawValue),
                .text(ImageText.json(names: shape.columns.map(\.name), values: image)),
            ])
    }
}
