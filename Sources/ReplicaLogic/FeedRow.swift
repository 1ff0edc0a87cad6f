import Vocabulary

/// One entry of a feed as it ships: the stamp, the key, and the row's values as they stood when they were read.
package struct FeedRow: Sendable, Hashable {
    package let position: FeedPosition
    package var stamp: RowStamp
    /// The key columns' values, in the order of the table's key.
    package let key: [CellValue]
    /// The values of the shipped columns; nil for a tombstone, or where the row is gone without one.
    package let image: [CellValue]?

    package init(position: FeedPosition, stamp: RowStamp, key: [CellValue], image: [CellValue]?) {
        self.position = position
        self.stamp = stamp
        self.key = key
        self.image = image
    }

    /// Whether the row is to be absent after this entry was applied.
    package var isAbsent: Bool { image == nil }
}
