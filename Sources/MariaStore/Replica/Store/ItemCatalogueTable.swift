import ReplicaLogic
import Vocabulary

/// The items the pair agreed on: `replica_item` and `replica_item_table`, themselves copied as item `catalogue`.
package struct ItemCatalogueTable {
    package static let itself = ItemDefinition(
        name: ItemName(literal: "catalogue"), rule: .owned(.configuration),
        tables: [
            .init(name: TableName(schema: "comxfailover", name: "replica_item")),
            .init(name: TableName(schema: "comxfailover", name: "replica_item_table")),
        ], isEnabled: true, isBuiltIn: true)

    package let session: MariaSession

    package init(session: MariaSession) { self.session = session }

    /// All items, the catalogue itself among them, in the order of their names.
    package func all() throws -> [ItemDefinition] {
        var tables: [String: [ItemDefinition.Table]] = [:]
        for row in try session.query(
            """
            SELECT item, schema_name, table_name, key_columns FROM comxfailover.replica_item_table
            ORDER BY schema_name, table_name
            """)
        {
            let name = TableName(schema: try row.text("schema_name"), name: try row.text("table_name"))
            tables[try row.text("item"), default: []].append(
                ItemDefinition.Table(name: name, keyColumns: lines(try row.text("key_columns"))))
        }
        let items = try session.query(
            "SELECT name, rule, enabled, built_in, after_change FROM comxfailover.replica_item ORDER BY name"
        ).compactMap { row -> ItemDefinition? in
            guard let name = ItemName(try row.text("name")), let rule = ItemRule(word: try row.text("rule")) else {
                return nil
            }
            return ItemDefinition(
                name: name, rule: rule, tables: tables[name.description] ?? [], isEnabled: try row.bool("enabled"),
                isBuiltIn: try row.bool("built_in"), afterChange: lines(try row.text("after_change")))
        }
        var all = (items + [Self.itself]).sorted { $0.name < $1.name }
        // Where an operator took all capture off, nothing is copied, whatever the pair agreed on.
        if try FeedLifeTable(session: session).isDetached() {
            for index in all.indices { all[index].isEnabled = false }
        }
        return all
    }

    /// Adds an item, or replaces it whole.
    package func save(_ item: ItemDefinition) throws {
        try session.transaction { session in
            try remove(tablesOf: item.name)
            try session.execute(
                """
                INSERT INTO comxfailover.replica_item (name, rule, enabled, built_in, after_change)
                VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE rule = VALUES(rule), enabled = VALUES(enabled),
                  built_in = VALUES(built_in), after_change = VALUES(after_change)
                """,
                [
                    .text(item.name.description), .text(item.rule.word), .unsigned(item.isEnabled ? 1 : 0),
                    .unsigned(item.isBuiltIn ? 1 : 0), .text(item.afterChange.joined(separator: "\n")),
                ])
            for table in item.tables {
                try session.execute(
                    """
                    INSERT INTO comxfailover.replica_item_table (schema_name, table_name, item, key_columns)
                    VALUES (?, ?, ?, ?)
                    """,
                    [
                        .text(table.name.schema), .text(table.name.name), .text(item.name.description),
                        .text(table.keyColumns.joined(separator: "\n")),
                    ])
            }
        }
    }

    package func remove(_ item: ItemName) throws {
        try session.transaction { session in
            try remove(tablesOf: item)
            try session.execute(
                "DELETE FROM comxfailover.replica_item WHERE name = ?", [.text(item.description)])
        }
    }

    /// Switches an item; switching on the catalogue itself puts capture back after it was taken off.
    package func setEnabled(_ item: ItemName, _ isEnabled: Bool) throws {
        if item == Self.itself.name { try FeedLifeTable(session: session).setDetached(!isEnabled) }
        try session.execute(
            "UPDATE comxfailover.replica_item SET enabled = ? WHERE name = ?",
            [.unsigned(isEnabled ? 1 : 0), .text(item.description)])
    }

    private func remove(tablesOf item: ItemName) throws {
        try session.execute(
            "DELETE FROM comxfailover.replica_item_table WHERE item = ?", [.text(item.description)])
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
