import Vocabulary

/// One step of long work: a line of the stream behind a progress bar.
package struct ProgressReport: Sendable, Hashable, Codable {
    package let item: ItemName
    package let table: TableName?
    /// The stable word of the phase: `compare`, `repair`, `copy`, `done`, `failed`.
    package let phase: String
    package let rowsDone: UInt64
    /// An estimate; nil where nothing is known yet.
    package let rowsTotal: UInt64?
    package let rowsDifferent: UInt64
    package let rowsRepaired: UInt64
    package let words: String?

    package init(
        item: ItemName, table: TableName?, phase: String, rowsDone: UInt64, rowsTotal: UInt64?,
        rowsDifferent: UInt64, rowsRepaired: UInt64, words: String?
    ) {
        self.item = item
        self.table = table
        self.phase = phase
        self.rowsDone = rowsDone
        self.rowsTotal = rowsTotal
        self.rowsDifferent = rowsDifferent
        self.rowsRepaired = rowsRepaired
        self.words = words
    }
}
