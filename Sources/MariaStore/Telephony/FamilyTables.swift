import Ports
import Vocabulary

/// The statements about the tables of Asterisk's families.
struct FamilyTables {
    let session: MariaSession

    /// The families that have a table.
    func present() throws -> Set<AsteriskFamily> {
        let rows = try session.query(
            "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME LIKE ?",
            [.text(AsteriskFamily.schema), .text(AsteriskFamily.tablePrefix + "%")])
        return try Set(
            rows.compactMap {
                AsteriskFamily(table: TableName(schema: AsteriskFamily.schema, name: try $0.text("name")))
            })
    }

    /// A table that is new knows nothing: what was seen of a former one is forgotten first.
    func make(_ family: AsteriskFamily) throws {
        try forget(family)
        try session.script(
            """
            CREATE TABLE IF NOT EXISTS \(family.table.quoted) (
              entry VARCHAR(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL
                COMMENT 'the path below the family',
              value TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL COMMENT 'as Asterisk has it',
              PRIMARY KEY (entry)
            ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='a family of Asterisk''s own database'
            """)
    }

    /// Takes away a table that was captured once and is not any more: its item was removed.
    func removeUncaptured(_ family: AsteriskFamily) throws {
        let rows = try session.query(
            "SELECT installed FROM comxfailover_node.feed_table WHERE schema_name = ? AND table_name = ?",
            [.text(family.table.schema), .text(family.table.name)])
        guard let row = rows.first, try !row.bool("installed") else { return }
        try session.script("DROP TABLE IF EXISTS \(family.table.quoted)")
        try forget(family)
    }

    func read(_ family: AsteriskFamily) throws -> FamilyReading {
        var reading = FamilyReading()
        for row in try session.query("SELECT entry, value FROM \(family.table.quoted)") {
            reading.table[try row.text("entry")] = try row.text("value")
        }
        for row in try session.query(
            "SELECT entry, value FROM comxfailover_node.asterisk_family_entry WHERE family = ?",
            [.text(family.description)])
        {
            reading.seen[try row.text("entry")] = try row.text("value")
        }
        reading.mark = try session.query(
            "SELECT mark FROM comxfailover_node.asterisk_family WHERE family = ?", [.text(family.description)]
        ).first?.unsigned("mark")
        return reading
    }

    /// The value in the table, which stays so until the transaction ends.
    func value(of entry: String, in family: AsteriskFamily) throws -> String? {
        try session.query(
            "SELECT value FROM \(family.table.quoted) WHERE entry = ? FOR UPDATE", [.text(entry)]
        ).first?.text("value")
    }

    func set(_ entry: String, _ value: String?, in family: AsteriskFamily) throws {
        guard let value else {
            try session.execute("DELETE FROM \(family.table.quoted) WHERE entry = ?", [.text(entry)])
            return
        }
        try session.execute(
            """
            INSERT INTO \(family.table.quoted) (entry, value) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE value = VALUES(value)
            """, [.text(entry), .text(value)])
    }

    func remember(_ entry: String, _ value: String?, of family: AsteriskFamily) throws {
        let name = MariaValue.text(family.description)
        guard let value else {
            try session.execute(
                "DELETE FROM comxfailover_node.asterisk_family_entry WHERE family = ? AND entry = ?",
                [name, .text(entry)])
            return
        }
        try session.execute(
            """
            INSERT INTO comxfailover_node.asterisk_family_entry (family, entry, value) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE value = VALUES(value)
            """, [name, .text(entry), .text(value)])
    }

    func setMark(_ mark: UInt64, of family: AsteriskFamily) throws {
        try session.execute(
            """
            INSERT INTO comxfailover_node.asterisk_family (family, mark) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE mark = VALUES(mark)
            """, [.text(family.description), .unsigned(mark)])
    }

    private func forget(_ family: AsteriskFamily) throws {
        for table in ["asterisk_family_entry", "asterisk_family"] {
            try session.execute(
                "DELETE FROM comxfailover_node.\(table) WHERE family = ?", [.text(family.description)])
        }
    }
}
