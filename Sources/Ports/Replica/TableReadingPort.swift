import ReplicaLogic
import Vocabulary

/// Reads tables by key for comparison and repair. Both the peer's feed and the local store offer it, so that a
/// comparison asks the same questions on either side.
package protocol TableReadingPort: Sendable {
    /// The key that ends a stretch of `rows` rows above `lower`; nil where fewer remain.
    func boundary(of table: FeedTable, above lower: [CellValue]?, rows: Int) async throws(FeedFailure) -> [CellValue]?
    /// The digest of a stretch over the named columns.
    func digest(of table: FeedTable, columns: [String], in range: KeyRange) async throws(FeedFailure) -> RangeDigest
    /// Every row of a stretch with its digest and stamp, in the order of the key.
    func rowDigests(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> [RowDigest]
    /// The rows under `keys` with their images; keys without a row and without a tombstone are left out. A row the
    /// feed has no entry for comes with a stamp of epoch 0.
    func rows(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> [FeedRow]
    /// About how many rows the table has.
    func estimatedRows(of table: FeedTable) async throws(FeedFailure) -> UInt64
}
