import Ports
import ReplicaLogic
import Vocabulary

/// The books of the copy: `item_copy`, `item_cursor`, `peer_memory`.
struct CopyRecordTable {
    let session: MariaSession

    func record(of item: ItemName) throws -> CopyRecord {
        var record = CopyRecord()
        let rows = try session.query(
            """
            SELECT established, rebuilding, quarantine_table, quarantine_key, quarantine_number, quarantine_words
            FROM comxfailover_node.item_copy WHERE item = ?
            """, [.text(item.description)])
        guard let row = rows.first else { return record }
        record.isEstablished = try row.bool("established")
        record.isRebuilding = try row.bool("rebuilding")
        if let table = TableName(try row.optionalText("quarantine_table") ?? "") {
            let key = ImageText.values(try row.optionalText("quarantine_key") ?? "{}") ?? [:]
            record.quarantine = CopyRecord.Quarantine(
                table: table, key: key.mapValues { $0 ?? "NULL" },
                number: UInt32(try row.optionalUnsigned("quarantine_number") ?? 0),
                words: try row.optionalText("quarantine_words") ?? "")
        }
        return record
    }

    func save(_ record: CopyRecord, of item: ItemName) throws {
        let key = record.quarantine.map { quarantine -> CellValue in
            let names = quarantine.key.keys.sorted()
            return .text(ImageText.json(names: names, values: names.map { .text(quarantine.key[$0] ?? "") }))
        }
        try session.execute(
            """
            REPLACE INTO comxfailover_node.item_copy (item, established, rebuilding, quarantine_table, quarantine_key,
              quarantine_number, quarantine_words) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(item.description), .unsigned(record.isEstablished ? 1 : 0),
                .unsigned(record.isRebuilding ? 1 : 0),
                record.quarantine.map { .text($0.table.description) } ?? .null, key ?? .null,
                record.quarantine.map { .unsigned(UInt64($0.number)) } ?? .null,
                record.quarantine.map { .text($0.words) } ?? .null,
            ])
    }

    func cursors(of item: ItemName, incarnation: Incarnation) throws -> [TableName: FeedPosition] {
        var cursors: [TableName: FeedPosition] = [:]
        for row in try session.query(
            """
            SELECT schema_name, table_name, position FROM comxfailover_node.item_cursor
            WHERE item = ? AND incarnation = ?
            """, [.text(item.description), .unsigned(incarnation.rawValue)])
        {
            let table = TableName(schema: try row.text("schema_name"), name: try row.text("table_name"))
            cursors[table] = FeedPosition(rawValue: try row.unsigned("position"))
        }
        return cursors
    }

    func save(_ cursors: [ItemName: [TableName: FeedPosition]], incarnation: Incarnation) throws {
        let rows = cursors.flatMap { item, tables in
            tables.map { table, position -> [CellValue] in
                [
                    .text(item.description), .text(table.schema), .text(table.name),
                    .unsigned(incarnation.rawValue), .unsigned(position.rawValue),
                ]
            }
        }
        guard !rows.isEmpty else { return }
        try session.executeBulk(
            """
            INSERT INTO comxfailover_node.item_cursor (item, schema_name, table_name, incarnation, position)
            VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE incarnation = VALUES(incarnation), position = VALUES(position)
            """, rows: rows)
    }

    func remember(_ memory: FeedMemory) throws {
        try session.execute(
            "REPLACE INTO comxfailover_node.peer_memory (id, incarnation, head) VALUES (1, ?, ?)",
            [.unsigned(memory.incarnation.rawValue), .unsigned(memory.head.rawValue)])
    }

    func remembered() throws -> FeedMemory? {
        guard let row = try session.query("SELECT incarnation, head FROM comxfailover_node.peer_memory").first else {
            return nil
        }
        return FeedMemory(
            incarnation: Incarnation(rawValue: try row.unsigned("incarnation")),
            head: FeedPosition(rawValue: try row.unsigned("head")))
    }
}
