/// Why a line of a call file is not a record. The line is kept for a person; the reading goes on after it.
package enum CallFileError: Error, Sendable, Hashable {
    /// Quotes do not close, or stand where none may.
    case notSeparated
    /// Not as many values as the layout has.
    case wrongCount(found: Int, expected: Int)
    /// A value is not what its column holds.
    case badValue(column: String, value: String)
    /// Longer than any record is.
    case tooLong(bytes: Int)
}
