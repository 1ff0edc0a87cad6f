import Ports
import ReplicaLogic
import Vocabulary

/// Removes rows that the authority does not have, in one transaction, each into the ledger first.
///
/// A row that was written since it was found stays: nobody asked the authority about that write.
struct RowRemoval {
    private typealias Condition = FoundWrites.Condition

    /// The most rows read at a time: few, since each may hold megabytes.
    static let keysMax = 16

    let session: MariaSession
    let tables: LocalTables
    let at: WallTime

    func remove(_ found: FoundRows, of table: FeedTable, reason: LedgerReason) throws -> UInt64 {
        let local = try tables.table(table.table, on: session)
        let keys = found.keys
        var removed: UInt64 = 0
        // Entries go with the rows, and a feed that got shorter is not a restored one.
        try FeedLifeTable(session: session).markHighest()
        try session.transaction(.readCommitted) { session in
            let writes = FoundWrites(
                found: found, reigns: try ScopeReigns(session: session).reigns(overTable: local.number))
            for start in stride(from: 0, to: keys.count, by: Self.keysMax) {
                let part = Array(keys[start..<min(start + Self.keysMax, keys.count)])
                removed += try remove(part, as: writes, of: local, item: table.item, reason: reason)
            }
        }
        return removed
    }

    private func remove(
        _ keys: [[CellValue]], as found: FoundWrites, of local: LocalTable, item: ItemName, reason: LedgerReason
    ) throws -> UInt64 {
        let columns = local.description.columns.map { "t.\(MariaIdentifier.quoted($0.name))" }
        let source = "\(local.text.source) t LEFT JOIN \(local.text.feedTable) f ON \(local.text.reverseJoin)"
        let rows = rows(under: keys, as: found, of: local)
        for row in try session.query(
            "SELECT \(columns.joined(separator: ", ")) FROM \(source) WHERE \(rows.text) FOR UPDATE", rows.values)
        {
            try record(row.values, of: local, item: item, reason: reason)
        }
        let removed = try session.execute("DELETE t FROM \(source) WHERE \(rows.text)", rows.values).affectedRows
        if let entries = entries(under: keys, as: found, of: local) {
            try session.execute("DELETE f FROM \(local.text.feedTable) f WHERE \(entries.text)", entries.values)
        }
        return removed
    }

    /// Finds the rows of some keys, each as the feed knew it: the list of keys is there for the index.
    private func rows(under keys: [[CellValue]], as found: FoundWrites, of local: LocalTable) -> Condition {
        let rowKey = KeyText(columns: local.description.keyColumns.map { "t.\(MariaIdentifier.quoted($0.name))" })
        let any = rowKey.isOne(of: keys)
        let each = keys.map { key -> Condition in
            let one = rowKey.isOne(of: [key])
            let write = found.entry(under: key)
            return ("(\(one.text) AND \(write.text))", one.values + write.values)
        }
        return (
            "\(any.text) AND (\(each.map(\.text).joined(separator: " OR ")))", any.values + each.flatMap(\.values)
        )
    }

    /// Finds the entries of some keys; a NULL is told by its mark alone. Nil where the feed knew none of them.
    private func entries(under keys: [[CellValue]], as found: FoundWrites, of local: LocalTable) -> Condition? {
        let each = keys.compactMap { key -> Condition? in
            guard found.isKnown(key) else { return nil }
            let parts = local.description.keyColumns.enumerated().map { index, column in
                guard column.isNullable else { return "f.k\(index) = ?" }
                return key[index] == .null ? "f.n\(index) = 1" : "f.k\(index) = ? AND f.n\(index) = 0"
            }
            let write = found.entry(under: key)
            return (
                "(\(parts.joined(separator: " AND ")) AND \(write.text))", key.filter { $0 != .null } + write.values
            )
        }
        guard !each.isEmpty else { return nil }
        return (each.map(\.text).joined(separator: " OR "), each.flatMap(\.values))
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
