import Ports
import ReplicaLogic
import Vocabulary

/// Looks for what the copy does not protect.
struct CoverageScan {
    /// The schemas of the server itself.
    private static let systemSchemas = ["mysql", "sys", "information_schema", "performance_schema"]

    let session: MariaSession

    func report() throws -> CoverageReport {
        let items = try ItemCatalogueTable(session: session).all()
        var gaps = try tablesWithoutItem(items)
        var covered = 0
        for item in items {
            guard item.isEnabled else {
                gaps.append(
                    CoverageReport.Gap(
                        kind: "item-off", subject: item.name.description,
                        words: "item \(item.name) is switched off: "
                            + (item.tables.count == 1
                                ? "its table is not copied" : "its \(item.tables.count) tables are not copied"),
                        cure: "comxfailover items enable \(item.name)"))
                continue
            }
            for table in item.tables {
                let found = try gap(of: table, in: item)
                gaps += found
                if found.isEmpty { covered += 1 }
            }
        }
        return CoverageReport(tablesProtected: covered, gaps: gaps)
    }

    private func tablesWithoutItem(_ items: [ItemDefinition]) throws -> [CoverageReport.Gap] {
        let named = Set(items.flatMap { $0.tables.map(\.name) })
        return try session.query(
            """
            SELECT TABLE_SCHEMA AS home, TABLE_NAME AS name FROM information_schema.TABLES
            WHERE TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_SCHEMA, TABLE_NAME
            """
        ).compactMap { row in
            let table = TableName(schema: try row.text("home"), name: try row.text("name"))
            guard !named.contains(table), !NeverCopied.includes(table), table.name != "schema_migration" else {
                return nil
            }
            return CoverageReport.Gap(
                kind: "no-item", subject: table.description, words: "no item copies \(table)",
                cure: "comxfailover items add --name NAME --rule configuration --table \(table)")
        }
    }

    private func gap(of table: ItemDefinition.Table, in item: ItemDefinition) throws -> [CoverageReport.Gap] {
        let inspector = TableInspector(session: session)
        do {
            let description = try inspector.describe(
                table.name, named: table.keyColumns, companions: Set(item.tables.map(\.name)))
            var gaps: [CoverageReport.Gap] = []
            let twins = try DuplicateKeys(session: session).count(in: description)
            if twins > 0 {
                gaps.append(
                    gap("duplicate-keys", table, DuplicateKeys.words(twins, in: description), "name more key columns"))
            }
            return try gaps + captureGaps(of: table)
        } catch let refusal as TableRefusal {
            return [gap(Self.kind(refusal), table, refusal.words, "see the reason")]
        }
    }

    private func captureGaps(of table: ItemDefinition.Table) throws -> [CoverageReport.Gap] {
        let rows = try session.query(
            """
            SELECT number, dirty OR number IN (SELECT number FROM comxfailover_node.capture_failure) AS dirty
            FROM comxfailover_node.feed_table
            WHERE schema_name = ? AND table_name = ? AND installed = 1
            """, [.text(table.name.schema), .text(table.name.name)])
        guard let row = rows.first else {
            return [
                gap(
                    "no-trigger", table, "\(table.name) has no triggers of ours yet",
                    "the daemon puts them on within seconds, or says in its status why not")
            ]
        }
        let triggers = try session.query(
            "SELECT 1 FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ? AND TRIGGER_NAME LIKE ?",
            [.text(table.name.schema), .text("comxfailover\\_\(try row.unsigned("number"))\\_%")])
        if triggers.count < CaptureText.Event.allCases.count {
            return [
                gap(
                    "no-trigger", table, "triggers of ours are missing on \(table.name)",
                    "the daemon puts them back within seconds")
            ]
        }
        guard try row.bool("dirty") else { return [] }
        return [
            gap(
                "dirty", table, "capture failed on \(table.name) for a while; it is being shipped again",
                "wait, then: comxfailover replication compare")
        ]
    }

    private func gap(
        _ kind: String, _ table: ItemDefinition.Table, _ words: String, _ cure: String
    ) -> CoverageReport.Gap {
        CoverageReport.Gap(kind: kind, subject: table.name.description, words: words, cure: cure)
    }

    private static func kind(_ refusal: TableRefusal) -> String {
        switch refusal {
        case .missing, .notATable, .neverCopied: "missing-table"
        case .engine: "engine"
        case .noKey, .unknownKeyColumn, .generatedKeyColumn, .ownColumnNames, .keyTooLong: "no-key"
        case .cascade: "cascade"
        }
    }
}
