/// A row that does not hold what its reader expects of it.
package enum MariaRowError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The result has no column of this name.
    case noColumn(String, columns: [String])
    /// The column holds another kind of value.
    case mismatch(column: String, expected: String, found: String)

    package var description: String {
        switch self {
        case .noColumn(let name, let columns):
            "the result has no column \(name), only \(columns.joined(separator: ", "))"
        case .mismatch(let column, let expected, let found):
            "column \(column) should hold \(expected), but holds \(found)"
        }
    }
}
