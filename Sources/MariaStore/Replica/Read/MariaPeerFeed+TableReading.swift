import Ports
import ReplicaLogic
import Vocabulary

extension MariaPeerFeed {
    package func boundary(
        of table: FeedTable, above lower: [CellValue]?, rows: Int
    ) async throws(FeedFailure) -> [CellValue]? {
        try await ask { try $0.boundary(of: table, above: lower, rows: rows) }
    }

    package func digest(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> RangeDigest {
        try await ask { try $0.digest(of: table, columns: columns, in: range) }
    }

    package func rowDigests(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> [RowDigest] {
        try await ask { try $0.rowDigests(of: table, columns: columns, in: range) }
    }

    package func rows(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> [FeedRow] {
        try await ask { try $0.rows(of: table, keys: keys) }
    }

    package func portion(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> RowPortion {
        try await ask { try $0.portion(of: table, keys: keys) }
    }

    package func estimatedRows(of table: FeedTable) async throws(FeedFailure) -> UInt64 {
        try await ask { try $0.estimatedRows(of: table) }
    }
}
