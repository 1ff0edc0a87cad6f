import ReplicaLogic
import Vocabulary

/// Reads what a table is from `information_schema`, and refuses those that cannot be replicated soundly.
package struct TableInspector {
    package let session: MariaSession

    package init(session: MariaSession) { self.session = session }

    /// Describes `table`.
    ///
    /// - Parameters:
    ///   - named: the columns that identify a row, or empty for the primary key.
    ///   - companions: the tables of the same item; a cascading foreign key among them is copied as what it did.
    /// - Throws: `TableRefusal` with the reason and the cure, or `MariaError`.
    package func describe(
        _ table: TableName, named: [String] = [], companions: Set<TableName> = []
    ) throws -> TableDescription {
        guard !NeverCopied.includes(table) else { throw TableRefusal.neverCopied(table) }
        try refuseUnlessTransactional(table)
        let columns = try copiedColumns(of: table)
        guard !columns.isEmpty else { throw TableRefusal.ownColumnNames(table) }
        let primary = try primaryKey(of: table)
        let key = named.isEmpty ? primary : named
        guard !key.isEmpty else { throw TableRefusal.noKey(table) }
        let indices = try key.map { try index(of: $0, in: columns, of: table) }
        if !named.isEmpty { try refuseUnlessIndexable(indices.map { columns[$0].name }, of: table) }
        let cascades = try cascadingKeys(of: table)
        if let stray = cascades.first(where: { !companions.contains($0.parent) }) {
            throw TableRefusal.cascade(table, constraint: stray.name, parent: stray.parent.description)
        }
        let isUnique = named.isEmpty || Set(named.map { $0.lowercased() }) == Set(primary.map { $0.lowercased() })
        return TableDescription(
            table: table, columns: columns, keyIndices: indices,
            isKeyUnique: try isUnique || hasUniqueIndex(over: named, of: table), life: try life(of: table),
            cascades: cascades.map(\.name))
    }

    /// Describes a table that was found fit before: its columns as they are now, under the key it was recorded with.
    package func describeKnown(_ table: TableName, key: [String]) throws -> TableDescription {
        try refuseUnlessTransactional(table)
        let columns = try copiedColumns(of: table)
        return TableDescription(
            table: table, columns: columns, keyIndices: try key.map { try index(of: $0, in: columns, of: table) },
            isKeyUnique: true, life: 0, cascades: [])
    }

    private func refuseUnlessTransactional(_ table: TableName) throws {
        let rows = try session.query(
            "SELECT TABLE_TYPE AS kind, ENGINE AS engine FROM information_schema.TABLES "
                + "WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
            [.text(table.schema), .text(table.name)])
        guard let row = rows.first else { throw TableRefusal.missing(table) }
        guard try row.text("kind") == "BASE TABLE" else { throw TableRefusal.notATable(table) }
        let engine = try row.optionalText("engine") ?? "an unknown engine"
        guard engine == "InnoDB" else { throw TableRefusal.engine(table, engine: engine) }
    }

    private func copiedColumns(of table: TableName) throws -> [ColumnDescription] {
        let rows = try session.query(
            """
            SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, CHARACTER_SET_NAME AS characters,
              COLLATION_NAME AS collation,
              IS_NULLABLE AS nullable, IS_GENERATED AS generated,
              COLUMN_DEFAULT IS NULL AND IS_NULLABLE = 'NO' AND EXTRA NOT LIKE '%auto_increment%' AS needs_value
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION
            """, [.text(table.schema), .text(table.name)])
        return try rows.map { row in
            ColumnDescription(
                name: try row.text("name"), type: try row.text("type"),
                characterSet: try row.optionalText("characters"), collation: try row.optionalText("collation"),
                isNullable: try row.text("nullable") == "YES", isGenerated: try row.text("generated") == "ALWAYS",
                needsValue: try row.bool("needs_value"))
        }.filter { !$0.isGenerated }
    }

    private func primaryKey(of table: TableName) throws -> [String] {
        try session.query(
            """
            SELECT COLUMN_NAME AS name FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = 'PRIMARY' ORDER BY SEQ_IN_INDEX
            """, [.text(table.schema), .text(table.name)]
        ).map { try $0.text("name") }
    }

    private func hasUniqueIndex(over named: [String], of table: TableName) throws -> Bool {
        let rows = try session.query(
            """
            SELECT INDEX_NAME AS name, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX SEPARATOR '\\0') AS columns
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND NON_UNIQUE = 0 GROUP BY INDEX_NAME
            HAVING SUM(NULLABLE <> '') = 0
            """, [.text(table.schema), .text(table.name)])
        let wanted = Set(named.map { $0.lowercased() })
        return try rows.contains { row in
            Set(try row.text("columns").split(separator: "\0").map { $0.lowercased() }).isSubset(of: wanted)
        }
    }

    private func index(of column: String, in columns: [ColumnDescription], of table: TableName) throws -> Int {
        if let index = columns.firstIndex(where: { $0.name.lowercased() == column.lowercased() }) { return index }
        let generated = try session.query(
            "SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?",
            [.text(table.schema), .text(table.name), .text(column)])
        throw generated.isEmpty
            ? TableRefusal.unknownKeyColumn(table, column: column)
            : TableRefusal.generatedKeyColumn(table, column: column)
    }

    private func cascadingKeys(of table: TableName) throws -> [(name: String, parent: TableName)] {
        let rows = try session.query(
            """
            SELECT CONSTRAINT_NAME AS name, UNIQUE_CONSTRAINT_SCHEMA AS parent_schema, REFERENCED_TABLE_NAME AS parent
            FROM information_schema.REFERENTIAL_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA = ? AND TABLE_NAME = ?
              AND (DELETE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT')
                OR UPDATE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))
            """, [.text(table.schema), .text(table.name)])
        return try rows.map { row in
            (try row.text("name"), TableName(schema: try row.text("parent_schema"), name: try row.text("parent")))
        }
    }

    /// The engine's own number of the table: TRUNCATE and DROP + CREATE give another. A table of partitions has one
    /// for each; together they make a number that changes with any of them.
    package func life(of table: TableName) throws -> UInt64 {
        let name = MariaValue.text("\(Self.fileName(table.schema))/\(Self.fileName(table.name))")
        let rows = try session.query(
            """
            SELECT CAST(IF(COUNT(*) < 2, MAX(TABLE_ID),
              CONV(LEFT(MD5(GROUP_CONCAT(TABLE_ID ORDER BY TABLE_ID)), 15), 16, 10)) AS UNSIGNED) AS id
            FROM information_schema.INNODB_SYS_TABLES
            WHERE NAME = ? OR LEFT(NAME, CHAR_LENGTH(?) + 3) = CONCAT(?, '#P#')
            """, [name, name, name])
        return try rows.first?.optionalUnsigned("id") ?? 0
    }

    /// MariaDB's spelling of a name in the engine's dictionary: letters, digits and `_` stand, all else is `@xxxx`.
    static func fileName(_ name: String) -> String {
        name.utf16.map { unit in
            switch unit {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return String(UnicodeScalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                return "@" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }.joined()
    }
}
