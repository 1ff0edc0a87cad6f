import Ports
import ReplicaLogic
import Vocabulary

/// Makes capture on the whole server what the catalogue says.
struct CaptureArranger {
    let session: MariaSession

    func arrange() throws -> CaptureOutcome {
        var outcome = CaptureOutcome()
        try Accounts.provideCapture(on: session)
        try FeedViews(session: session).provide()
        let installer = CaptureInstaller(session: session)
        var wanted: Set<TableName> = []
        outcome.items = try ItemCatalogueTable(session: session).all()
        for item in outcome.items where item.isEnabled {
            for table in item.tables {
                wanted.insert(table.name)
                do {
                    let isRepair = try wasInstalled(table.name)
                    if try installer.install(table, of: item) {
                        outcome.changed.append(table.name)
                        if isRepair { try markDirty(table.name) }
                    }
                } catch let refusal as TableRefusal {
                    outcome.refused[table.name] = refusal.words
                } catch let error as MariaError where !error.isConnectionLost {
                    outcome.refused[table.name] = "capture could not be installed: \(error.message) (\(error.number))"
                }
            }
        }
        try removeOthers(wanted)
        outcome.dirty = try dirtyTables()
        return outcome
    }

    /// Whether capture stood here before: then something took it away, and writes may have passed unseen.
    private func wasInstalled(_ table: TableName) throws -> Bool {
        try !session.query(
            """
            SELECT number FROM comxfailover_node.feed_table
            WHERE schema_name = ? AND table_name = ? AND installed = 1
            """, [.text(table.schema), .text(table.name)]
        ).isEmpty
    }

    private func markDirty(_ table: TableName) throws {
        try session.execute(
            "UPDATE comxfailover_node.feed_table SET dirty = 1 WHERE schema_name = ? AND table_name = ?",
            [.text(table.schema), .text(table.name)])
    }

    private func dirtyTables() throws -> [TableName] {
        try session.query(
            "SELECT schema_name, table_name FROM comxfailover_node.feed_table WHERE installed = 1 AND dirty = 1"
        ).map { TableName(schema: try $0.text("schema_name"), name: try $0.text("table_name")) }
    }

    /// Takes capture off tables that no enabled item names; their feed stays until the item is removed.
    private func removeOthers(_ wanted: Set<TableName>) throws {
        let rows = try session.query(
            "SELECT number, schema_name, table_name FROM comxfailover_node.feed_table WHERE installed = 1")
        for row in rows {
            let table = TableName(schema: try row.text("schema_name"), name: try row.text("table_name"))
            guard !wanted.contains(table) else { continue }
            try CaptureRemover(session: session).remove(number: UInt32(try row.unsigned("number")), of: table)
        }
    }
}
