import Ports
import ReplicaLogic
import Vocabulary

/// Questions that both nodes ask of a table, answered from one state.
extension MemoryDatabase.State {
    private func content(of table: FeedTable) throws(FeedFailure) -> MemoryDatabase.Table {
        guard let found = tables[table.table] else {
            throw .viewInvalid(words: "Table '\(table.table)' doesn't exist (1146)")
        }
        return found
    }

    func boundary(of table: FeedTable, above lower: [CellValue]?, rows: Int) throws(FeedFailure) -> [CellValue]? {
        let keys = try keys(of: table, in: KeyRange(lower: lower, upper: nil))
        return keys.count >= rows ? keys[rows - 1] : nil
    }

    func digest(of table: FeedTable, columns: [String], in range: KeyRange) throws(FeedFailure) -> RangeDigest {
        let digests = try rowDigests(of: table, columns: columns, in: range)
        return RangeDigest(rows: UInt64(digests.count), checksum: digests.reduce(0) { $0 ^ $1.checksum })
    }

    func rowDigests(of table: FeedTable, columns: [String], in range: KeyRange) throws(FeedFailure) -> [RowDigest] {
        let content = try content(of: table)
        let places = table.shape.columns.indices.filter { columns.contains(table.shape.columns[$0].name) }
        return try keys(of: table, in: range).map { key in
            let row = content.rows[key] ?? []
            return RowDigest(
                key: key, checksum: Self.checksum(places.map { row[$0].readable ?? "" }),
                stamp: content.entries[key]?.stamp)
        }
    }

    func rows(of table: FeedTable, keys: [[CellValue]]) throws(FeedFailure) -> [FeedRow] {
        let content = try content(of: table)
        return keys.compactMap { key in
            let entry = content.entries[key]
            let image = content.rows[key]
            guard image != nil || entry?.stamp.isTombstone == true else { return nil }
            let unknown = RowStamp(version: Version(epoch: Epoch(rawValue: 0), clock: 0, node: .primary), seen: 0)
            return FeedRow(
                position: entry?.position ?? .start, stamp: entry?.stamp ?? unknown, key: key, image: image)
        }
    }

    /// The entries of a feed above a position, oldest first.
    func entries(
        of table: FeedTable, after position: FeedPosition, origin: FeedOrigin
    ) throws(FeedFailure) -> [FeedRow] {
        let content = try content(of: table)
        return content.entries.filter { _, entry in
            guard entry.position > position, !entry.stamp.isDrift else { return false }
            if case .only(let node) = origin { return entry.stamp.version.node == node }
            return true
        }.sorted { $0.value.position < $1.value.position }.map { key, entry in
            FeedRow(position: entry.position, stamp: entry.stamp, key: key, image: content.rows[key])
        }
    }

    private func keys(of table: FeedTable, in range: KeyRange) throws(FeedFailure) -> [[CellValue]] {
        func words(_ key: [CellValue]) -> String { key.map { $0.readable ?? "" }.joined(separator: "\u{0}") }
        return try content(of: table).rows.keys.filter { key in
            range.lower.map { words(key) > words($0) } ?? true && range.upper.map { words(key) <= words($0) } ?? true
        }.sorted { words($0) < words($1) }
    }

    /// FNV over the values, each with its end.
    private static func checksum(_ values: [String]) -> UInt64 {
        values.flatMap { Array($0.utf8) + [0] }.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
