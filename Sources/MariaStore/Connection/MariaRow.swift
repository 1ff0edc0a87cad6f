import Vocabulary

/// One row of a result: its values in order, and the names of its columns, which all rows of a result share.
package struct MariaRow: Sendable, Hashable {
    /// The column names as the statement gave them, in order.
    package let columns: [String]
    /// The values, one per column.
    package let values: [MariaValue]

    package init(columns: [String], values: [MariaValue]) {
        precondition(columns.count == values.count, "\(columns.count) columns but \(values.count) values")
        self.columns = columns
        self.values = values
    }

    /// The value in the column at `index`, counted from 0.
    package subscript(index: Int) -> MariaValue { values[index] }

    /// The value in the first column called `name`; NULL where the result has no such column.
    package subscript(name: String) -> MariaValue {
        guard let index = columns.firstIndex(of: name) else { return .null }
        return values[index]
    }
}
