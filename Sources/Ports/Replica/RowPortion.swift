import ReplicaLogic
import Vocabulary

/// As many of the rows asked for as are held in memory at one time.
package struct RowPortion: Sendable, Hashable {
    package let rows: [FeedRow]
    /// The keys that were not looked at yet.
    package let rest: [[CellValue]]

    package init(rows: [FeedRow], rest: [[CellValue]]) {
        self.rows = rows
        self.rest = rest
    }
}
