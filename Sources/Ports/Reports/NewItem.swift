import Vocabulary

/// An item an operator adds: tables of another program, and what to run after changes arrive.
package struct NewItem: Sendable, Hashable, Codable {
    /// One table of it.
    package struct Table: Sendable, Hashable, Codable {
        package let table: TableName
        /// The columns that identify a row; empty means the primary key.
        package let keyColumns: [String]

        package init(table: TableName, keyColumns: [String]) {
            self.table = table
            self.keyColumns = keyColumns
        }
    }

    package let name: ItemName
    package let rule: ItemRule
    package let tables: [Table]
    /// A program and its arguments, run on the receiver after a batch was committed; empty for none.
    package let afterChange: [String]

    package init(name: ItemName, rule: ItemRule, tables: [Table], afterChange: [String]) {
        self.name = name
        self.rule = rule
        self.tables = tables
        self.afterChange = afterChange
    }
}
