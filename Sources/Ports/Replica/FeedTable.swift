import ReplicaLogic
import Vocabulary

/// A table as one node's feed knows it: under which number its views stand, and what its columns are.
package struct FeedTable: Sendable, Hashable {
    /// The number in the names of its feed table and views, on that node alone.
    package let number: UInt32
    package let item: ItemName
    package let shape: TableShape
    /// The highest position of a tombstone that was collected: a reader whose cursor is older may have missed it.
    package let horizon: FeedPosition

    package init(number: UInt32, item: ItemName, shape: TableShape, horizon: FeedPosition) {
        self.number = number
        self.item = item
        self.shape = shape
        self.horizon = horizon
    }

    package var table: TableName { shape.table }
}
