import Vocabulary

/// The columns of a replicated table, as far as the copy concerns itself with them.
package struct TableShape: Sendable, Hashable {
    /// One column.
    package struct Column: Sendable, Hashable {
        package let name: String
        /// How its value is made comparable across servers.
        package let kind: Kind
        package let isNullable: Bool

        package init(name: String, kind: Kind, isNullable: Bool) {
            self.name = name
            self.kind = kind
            self.isNullable = isNullable
        }
    }

    /// The families of types that digest and text conversion tell apart.
    package enum Kind: String, Sendable, Hashable {
        case number
        case float
        case text
        case binary
        case bit
        case temporal
    }

    package let table: TableName
    package let columns: [Column]
    /// Which columns identify a row, as indices into `columns`.
    package let keyIndices: [Int]

    package init(table: TableName, columns: [Column], keyIndices: [Int]) {
        self.table = table
        self.columns = columns
        self.keyIndices = keyIndices
    }

    package var keyColumns: [Column] { keyIndices.map { columns[$0] } }
}
