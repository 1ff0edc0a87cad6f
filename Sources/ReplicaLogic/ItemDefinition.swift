import Vocabulary

/// A replicated option: a named set of tables under one rule.
package struct ItemDefinition: Sendable, Hashable {
    /// One table of an item.
    package struct Table: Sendable, Hashable {
        package let name: TableName
        /// The columns that identify a row where the administrator named them; empty means the primary key.
        package let keyColumns: [String]

        package init(name: TableName, keyColumns: [String] = []) {
            self.name = name
            self.keyColumns = keyColumns
        }
    }

    package let name: ItemName
    package let rule: ItemRule
    package let tables: [Table]
    package var isEnabled: Bool
    /// Whether the item is part of the product and cannot be removed.
    package let isBuiltIn: Bool
    /// A program and its arguments, run here after changes arrived; empty for none.
    package let afterChange: [String]

    package init(
        name: ItemName, rule: ItemRule, tables: [Table], isEnabled: Bool, isBuiltIn: Bool, afterChange: [String] = []
    ) {
        self.name = name
        self.rule = rule
        self.tables = tables
        self.isEnabled = isEnabled
        self.isBuiltIn = isBuiltIn
        self.afterChange = afterChange
    }
}
