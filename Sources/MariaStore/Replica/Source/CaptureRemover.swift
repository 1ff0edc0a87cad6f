import Vocabulary

/// Takes capture off: triggers, views and the feed.
struct CaptureRemover {
    let session: MariaSession

    func remove(number: UInt32, of table: TableName) throws {
        try session.script("SET SESSION lock_wait_timeout = \(CaptureInstaller.lockWaitSeconds)")
        try FeedLifeTable(session: session).markHighest()
        for event in CaptureText.Event.allCases {
            try session.script(
                "DROP TRIGGER IF EXISTS \(MariaIdentifier.quoted(table.schema))."
                    + "comxfailover_\(number)_\(event.rawValue)"
            )
        }
        for view in [CaptureText.feedView, CaptureText.rowsView, CaptureText.tableView] {
            try session.script("DROP VIEW IF EXISTS \(view(number))")
        }
        try session.script("DROP TABLE IF EXISTS `comxfailover_node`.`feed_\(number)`")
        try session.execute(
            // Every tombstone is gone now: a reader that was here before may have missed any of them.
            """
            UPDATE comxfailover_node.feed_table SET installed = 0, dirty = 0, drifted = 0,
              horizon = (SELECT high_mark FROM comxfailover_node.feed_life WHERE id = 1) WHERE number = ?
            """,
            [.unsigned(UInt64(number))])
        try session.execute(
            "DELETE FROM comxfailover_node.feed_column WHERE number = ?", [.unsigned(UInt64(number))])
        try session.execute(
            "DELETE FROM comxfailover_node.item_cursor WHERE schema_name = ? AND table_name = ?",
            [.text(table.schema), .text(table.name)])
    }

    /// Every trigger of ours on this server, also those whose books were lost.
    func removeAllTriggers() throws -> Int {
        let rows = try session.query(
            """
            SELECT TRIGGER_SCHEMA AS home, TRIGGER_NAME AS name FROM information_schema.TRIGGERS
            WHERE TRIGGER_NAME REGEXP '^comxfailover_[0-9]+_(insert|update|delete)$'
            """)
        for row in rows {
            try session.script(
                "DROP TRIGGER IF EXISTS \(MariaIdentifier.quoted(try row.text("home")))."
                    + MariaIdentifier.quoted(try row.text("name")))
        }
        return rows.count
    }
}
