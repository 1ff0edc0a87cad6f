import Vocabulary

/// Entries of one table's feed, in the order of their positions, read in one snapshot.
package struct FeedBatch: Sendable, Hashable {
    package let rows: [FeedRow]
    /// Whether the limit cut the batch: more entries stood behind it in the same snapshot.
    package let isCut: Bool

    package init(rows: [FeedRow], isCut: Bool) {
        self.rows = rows
        self.isCut = isCut
    }
}
