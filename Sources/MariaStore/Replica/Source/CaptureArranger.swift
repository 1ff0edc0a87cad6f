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
                    let installed = try installer.install(table, of: item)
                    outcome.captured.append(table.name)
                    outcome.hasCascades = outcome.hasCascades || installed.hasCascades
                    if installed.isChanged { outcome.changed.append(table.name) }
                } catch let refusal as TableRefusal {
                    outcome.refused[table.name] = refusal.words
                } catch let error as MariaError where !error.isConnectionLost {
                    outcome.refused[table.name] = "capture could not be installed: \(error.message) (\(error.number))"
                }
            }
        }
        try removeOthers(wanted)
        try forgetRemovedItems()
        try noteFailures()
        outcome.dirty = try dirtyTables()
        return outcome
    }

    /// Takes over what triggers marked. A mark whose writer is still at work is found the next time.
    private func noteFailures() throws {
        try session.transaction(.readCommitted) { session in
            for mark in try session.query(
                "SELECT number FROM comxfailover_node.capture_failure FOR UPDATE SKIP LOCKED")
            {
                try session.execute(
                    "UPDATE comxfailover_node.feed_table SET dirty = 1 WHERE number = ? AND installed = 1", [mark[0]])
                try session.execute("DELETE FROM comxfailover_node.capture_failure WHERE number = ?", [mark[0]])
            }
        }
    }

    private func dirtyTables() throws -> [TableName] {
        try session.query(
            "SELECT schema_name, table_name FROM comxfailover_node.feed_table WHERE installed = 1 AND dirty > 0"
        ).map { TableName(schema: try $0.text("schema_name"), name: try $0.text("table_name")) }
    }

    /// An item that comes again under a former name is a new one: the nodes have yet to meet over it.
    private func forgetRemovedItems() throws {
        let own = CellValue.text(ItemCatalogueTable.itself.name.description)
        for table in ["item_copy", "item_cursor"] {
            try session.execute(
                """
                DELETE FROM comxfailover_node.\(table)
                WHERE item <> ? AND item NOT IN (SELECT name FROM comxfailover.replica_item)
                """, [own])
        }
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
