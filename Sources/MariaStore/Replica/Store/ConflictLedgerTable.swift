import Ports
import ReplicaLogic
import Vocabulary

/// Reads the conflict ledger, and puts a row that lost back.
package struct ConflictLedgerTable {
    /// The most entries one listing shows.
    package static let listedMax = 1_000

    package let session: MariaSession

    package init(session: MariaSession) { self.session = session }

    package func openCounts() throws -> [ItemName: UInt64] {
        var counts: [ItemName: UInt64] = [:]
        for row in try session.query(
            """
            SELECT item, COUNT(*) AS count FROM comxfailover_node.conflict_ledger WHERE state = 'open' GROUP BY item
            """)
        {
            if let item = ItemName(try row.text("item")) { counts[item] = try row.unsigned("count") }
        }
        return counts
    }

    /// The entries, newest first.
    package func entries(openOnly: Bool, id: UInt64? = nil) throws -> [ConflictReport] {
        let rows = try session.query(
            """
            SELECT id, item, schema_name, table_name, key_values, reason, at, winner, loser, winner_image, loser_image,
              state
            FROM comxfailover_node.conflict_ledger WHERE (state = 'open' OR ? = 0) AND (id = ? OR ? = 0)
            ORDER BY id DESC LIMIT \(Self.listedMax)
            """, [.unsigned(openOnly ? 1 : 0), .unsigned(id ?? 0), .unsigned(id == nil ? 0 : 1)])
        return try rows.compactMap(report)
    }

    /// Puts the loser of an entry back as a write of this session, which capture sees like any other.
    ///
    /// - Throws: `MariaError` where the row cannot be written.
    package func restore(_ entry: ConflictReport) throws {
        try requireKey(of: entry)
        let inspector = TableInspector(session: session)
        let description = try inspector.describeKnown(entry.table, key: entry.key.keys.sorted())
        let kinds = Dictionary(uniqueKeysWithValues: description.columns.map { ($0.name, $0.kind) })
        let keyNames = entry.key.keys.sorted()
        let condition = keyNames.map { "\(MariaIdentifier.quoted($0)) <=> ?" }.joined(separator: " AND ")
        let image = entry.loserImage ?? entry.winnerImage
        let keyValues = keyNames.map { name -> CellValue in
            let text = entry.key[name] ?? ""
            return ImageText.cell(image?[name] ?? (text == "NULL" ? nil : text), kind: kinds[name] ?? .text)
        }
        // Nothing is cut to fit, a key of 0 is a value, and children outlive a moment without their parent.
        try session.script(
            """
            SET @comxfailover_mode = @@sql_mode, foreign_key_checks = 0,
              sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO'
            """)
        defer { try? session.script("SET sql_mode = @comxfailover_mode, foreign_key_checks = 1") }
        try session.transaction { session in
            try keepPresent(entry, description, where: condition, keyNames, keyValues)
            try session.execute("DELETE FROM \(entry.table.quoted) WHERE \(condition)", keyValues)
            if let image = entry.loserImage {
                let names = image.keys.filter { kinds[$0] != nil }.sorted()
                let marks = names.map { _ in "?" }.joined(separator: ", ")
                try session.execute(
                    "INSERT INTO \(entry.table.quoted) (\(names.map(MariaIdentifier.quoted).joined(separator: ", "))) "
                        + "VALUES (\(marks))",
                    names.map { ImageText.cell(image[$0] ?? nil, kind: kinds[$0] ?? .text) })
            }
            try markRestored(entry)
        }
    }

    /// An entry that was made while the table had another key would put back, and replace, more than one row.
    private func requireKey(of entry: ConflictReport) throws {
        let today = try session.query(
            """
            SELECT c.name FROM comxfailover_node.feed_column c JOIN comxfailover_node.feed_table t USING (number)
            WHERE t.schema_name = ? AND t.table_name = ? AND c.key_ordinal IS NOT NULL
            """, [.text(entry.table.schema), .text(entry.table.name)]
        ).map { try $0.text("name").lowercased() }
        guard Set(today) == Set(entry.key.keys.map { $0.lowercased() }) else {
            throw MariaError(
                number: 1072,
                message:
                    "\(entry.table) is identified by \(today.sorted().joined(separator: ", ")) today, the entry by "
                    + "\(entry.key.keys.sorted().joined(separator: ", ")): write its row by hand")
        }
    }

    /// The row that stands there now goes to the ledger itself: it may be put back just the same.
    private func keepPresent(
        _ entry: ConflictReport, _ description: TableDescription, where condition: String, _ keyNames: [String],
        _ keyValues: [CellValue]
    ) throws {
        let names = description.columns.map(\.name)
        let rows = try session.query(
            "SELECT \(names.map(MariaIdentifier.quoted).joined(separator: ", ")) FROM \(entry.table.quoted) "
                + "WHERE \(condition) FOR UPDATE", keyValues)
        for row in rows {
            try session.execute(
                """
                INSERT INTO comxfailover_node.conflict_ledger
                  (item, schema_name, table_name, key_values, reason, at, winner, loser, winner_image, loser_image,
                  state)
                VALUES (?, ?, ?, ?, ?, \(CaptureText.clock), ?, 'here until another was put back', NULL, ?, 'known')
                """,
                [
                    .text(entry.item.description), .text(entry.table.schema), .text(entry.table.name),
                    .text(ImageText.json(names: keyNames, values: keyValues)),
                    .text(LedgerReason.putBack.rawValue), .text(entry.loser),
                    .text(ImageText.json(names: names, values: row.values)),
                ])
        }
    }

    /// An entry of this node's own ledger needs nobody's attention any more.
    ///
    /// Number and row must fit: an entry that came from the peer bears the number of another ledger.
    package func markRestored(_ entry: ConflictReport) throws {
        try session.execute(
            """
            UPDATE comxfailover_node.conflict_ledger SET state = 'restored'
            WHERE id = ? AND schema_name = ? AND table_name = ? AND at = ? AND loser = ?
            """,
            [
                .unsigned(entry.id), .text(entry.table.schema), .text(entry.table.name), .integer(entry.at.rawValue),
                .text(entry.loser),
            ])
    }

    private func report(_ row: MariaRow) throws -> ConflictReport? {
        guard let item = ItemName(try row.text("item")) else { return nil }
        return ConflictReport(
            id: try row.unsigned("id"), item: item,
            table: TableName(schema: try row.text("schema_name"), name: try row.text("table_name")),
            key: (ImageText.values(try row.text("key_values")) ?? [:]).mapValues { $0 ?? "NULL" },
            reason: try row.text("reason"), at: WallTime(rawValue: try row.integer("at")),
            winner: try row.text("winner"), loser: try row.text("loser"),
            winnerImage: try row.optionalText("winner_image").flatMap(ImageText.values),
            loserImage: try row.optionalText("loser_image").flatMap(ImageText.values), state: try row.text("state"))
    }
}
