import Vocabulary

/// Why a transaction was rolled back. Nothing of it remains.
package enum ApplyFailure: Error, Sendable, Hashable {
    /// Deadlock or lock wait: try the same work again.
    case retry(words: String)
    /// This node's own database is not there.
    case unavailable(words: String)
    /// This row cannot be applied.
    case row(table: TableName, key: [String: String], number: UInt32, words: String)
    /// The table here cannot take the rows at all: it is missing, has another key, or no transactions.
    case table(table: TableName, words: String)
    /// A unique value is held by another row whose newest state has not arrived: fetch that row, and try again.
    case uniqueHeld(table: TableName, holder: [CellValue], number: UInt32, words: String)
    /// Rows stand here under other spellings of these keys: ask the peer whether it has both, and settle the work.
    case respelled(table: TableName, keys: [Spelling])
    /// The disk is full.
    case noSpace(words: String)
}
