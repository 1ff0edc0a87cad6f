import CMariaDB
import Vocabulary

/// A run of rows laid out column by column for array binding: one buffer per column, not one per value.
final class BulkBlock {
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    let rowCount: Int
    let columnCount: Int
    private var columns: [BulkColumn]

    /// Lays out `rows`, whose columns have the given kinds; every row has as many values as there are kinds.
    init(_ rows: ArraySlice<[MariaValue]>, kinds: [BulkKind]) {
        rowCount = rows.count
        columnCount = kinds.count
        binds = .allocate(capacity: max(1, columnCount))
        binds.initialize(repeating: MYSQL_BIND(), count: columnCount)
        var sizes = [Int](repeating: 0, count: columnCount)
        for row in rows {
            for column in kinds.indices { sizes[column] += kinds[column].bufferBytes(row[column]) }
        }
        columns = kinds.indices.map { BulkColumn(kinds[$0], rowCount: rows.count, bytes: sizes[$0]) }
        for row in rows {
            for column in kinds.indices { columns[column].append(row[column]) }
        }
        for column in kinds.indices { columns[column].describe(in: &binds[column]) }
    }

    deinit {
        for column in columns { column.deallocate() }
        binds.deallocate()
    }
}
