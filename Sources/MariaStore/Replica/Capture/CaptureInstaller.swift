import ReplicaLogic
import Vocabulary

/// Puts capture on tables and takes it off again.
///
/// Triggers come before the backfill, so that no write falls between: a row that changes meanwhile has its own
/// entry already, and the backfill passes it by.
package struct CaptureInstaller {
    /// Rows put into the feed by one transaction of a backfill: small, so that writers wait little.
    package static let backfillRows = 2_000
    /// How long a trigger may wait for open writers, while all others wait behind it.
    package static let lockWaitSeconds = 2
    /// How long a step may wait for a row that a writer holds; a handler cannot catch that a lock was waited for too
    /// long, so a step that held others up for longer could fail their writes.
    package static let rowWaitSeconds = 1

    package let session: MariaSession
    package let inspector: TableInspector

    package init(session: MariaSession) {
        self.session = session
        inspector = TableInspector(session: session)
    }

    /// How a table was found.
    package struct Finding: Sendable, Hashable {
        /// Capture had to be made or changed.
        package let isChanged: Bool
        /// A foreign key changes rows of the table past its triggers.
        package let hasCascades: Bool
    }

    /// Makes capture of a table what it should be now.
    ///
    /// Safe to repeat at any time, also in the middle of a former call that was interrupted.
    @discardableResult
    package func install(
        _ table: ItemDefinition.Table, of item: ItemDefinition
    ) throws -> Finding {
        let description = try inspector.describe(
            table.name, named: table.keyColumns, companions: Set(item.tables.map(\.name)))
        let number = try number(of: table.name, item: item)
        let text = CaptureText(number: number, description: description, scope: ScopeRow(item.rule))
        let former = try recordedScope(number)
        if try isSound(text) {
            // A cascade deletes rows past the triggers: their entries are found orphaned.
            if !description.cascades.isEmpty { try buryOrphans(text) }
            return Finding(isChanged: false, hasCascades: !description.cascades.isEmpty)
        }
        try session.execute("SET SESSION lock_wait_timeout = \(Self.lockWaitSeconds)")
        try doubt(number)
        try makeFeedTable(text)
        if let former, former != text.scope { try ScopeReigns(session: session).settle(table: number, under: former) }
        try recordColumns(text)
        // The views come first: an earlier program's would hide from the peer what these triggers write.
        for view in [text.createFeedView, text.createRowsView, text.createTableView] { try session.script(view) }
        try makeTriggers(text)
        try backfill(text)
        try markDrift(text)
        try session.execute(
            "UPDATE comxfailover_node.feed_table SET installed = 1, life = ?, item = ?, scope = ? WHERE number = ?",
            [
                .unsigned(description.life), .text(item.name.description), .unsigned(UInt64(text.scope.rawValue)),
                .unsigned(UInt64(number)),
            ])
        return Finding(isChanged: true, hasCascades: !description.cascades.isEmpty)
    }

    /// Capture stood here before, and something took it away: writes may have passed unseen. That is noted before the
    /// first change, and the table counts as another one until the last, so that an interruption begins anew.
    private func doubt(_ number: UInt32) throws {
        try session.execute(
            "UPDATE comxfailover_node.feed_table SET dirty = 1, life = 0 WHERE number = ? AND installed = 1",
            [.unsigned(UInt64(number))])
    }

    /// Whether triggers, views and columns are as they should be, and the table is still the one they were made for.
    private func isSound(_ text: CaptureText) throws -> Bool {
        let description = text.description
        let rows = try session.query(
            "SELECT life, item, scope FROM comxfailover_node.feed_table WHERE number = ? AND installed = 1",
            [.unsigned(UInt64(text.number))])
        guard let row = rows.first, try row.unsigned("life") == description.life else { return false }
        guard try row.unsigned("scope") == UInt64(text.scope.rawValue) else { return false }
        return try hasTriggers(text) && recordedColumns(text.number) == definitions(text) && isReadable(text)
    }

    private func recordedScope(_ number: UInt32) throws -> ScopeRow? {
        try session.query(
            "SELECT scope FROM comxfailover_node.feed_table WHERE number = ? AND installed = 1",
            [.unsigned(UInt64(number))]
        ).first.flatMap { ScopeRow(rawValue: UInt8(try $0.unsigned("scope"))) }
    }

    /// Whether all triggers stand, say what they should, and run under the account that is kept for them: a trigger
    /// whose account was dropped fails every write.
    private func hasTriggers(_ text: CaptureText) throws -> Bool {
        let rows = try session.query(
            """
            SELECT TRIGGER_NAME AS name, ACTION_STATEMENT AS body FROM information_schema.TRIGGERS
            WHERE EVENT_OBJECT_SCHEMA = ? AND EVENT_OBJECT_TABLE = ? AND TRIGGER_NAME LIKE ?
              AND DEFINER = ?
            """,
            [
                .text(text.description.table.schema), .text(text.description.table.name),
                .text("comxfailover\\_\(text.number)\\_%"), .text(Accounts.capture.description),
            ])
        let standing = try Dictionary(rows.map { (try $0.text("name"), try $0.text("body")) }) { first, _ in first }
        let node = try node()
        return CaptureText.Event.allCases.allSatisfy { event in
            standing[text.triggerName(event)].map(text.createTrigger(event, on: node).hasSuffix) ?? false
        }
    }

    /// Whether the feed table and its views can be opened.
    private func isReadable(_ text: CaptureText) throws -> Bool {
        do {
            try session.query("SELECT own_clock FROM \(text.feedTable) LIMIT 0")
            try session.query("SELECT 1 FROM \(text.tableView) LIMIT 0")
            for view in [text.feedView, text.rowsView] {
                try session.query("SELECT \(text.shapeMark) FROM \(view) LIMIT 0")
            }
            return true
        } catch {
            guard !error.isConnectionLost, !error.isRetryable else { throw error }
            return false
        }
    }

    /// Finds or draws the number of a table.
    private func number(of table: TableName, item: ItemDefinition) throws -> UInt32 {
        if let number = try knownNumber(of: table) { return number }
        try session.execute(
            """
            INSERT IGNORE INTO comxfailover_node.feed_table (schema_name, table_name, item, scope) VALUES (?, ?, ?, ?)
            """,
            [
                .text(table.schema), .text(table.name), .text(item.name.description),
                .unsigned(UInt64(ScopeRow(item.rule).rawValue)),
            ])
        guard let number = try knownNumber(of: table) else { throw TableRefusal.missing(table) }
        return number
    }

    private func knownNumber(of table: TableName) throws -> UInt32? {
        try session.query(
            "SELECT number FROM comxfailover_node.feed_table WHERE schema_name = ? AND table_name = ?",
            [.text(table.schema), .text(table.name)]
        ).first.map { UInt32(try $0.unsigned("number")) }
    }

    /// The feed table; made anew where the key it was made for is another now. Tombstones that go with the old one
    /// count as collected: a reader that had not seen them must compare.
    private func makeFeedTable(_ text: CaptureText) throws {
        let recorded = try recordedKey(text.number)
        if !recorded.isEmpty, recorded != text.description.keyColumns.map({ "\($0.name) \($0.definition)" }) {
            if try !session.query("SHOW TABLES FROM comxfailover_node LIKE 'feed\\_\(text.number)'").isEmpty {
                try session.execute(
                    """
                    UPDATE comxfailover_node.feed_table SET horizon = GREATEST(horizon,
                      IFNULL((SELECT MAX(position) FROM \(text.feedTable) WHERE tombstone = 1), 0)) WHERE number = ?
                    """, [.unsigned(UInt64(text.number))])
                // A feed that got shorter in this way is not a restored one.
                try FeedLifeTable(session: session).markHighest()
            }
            try session.script("DROP TABLE IF EXISTS \(text.feedTable)")
        }
        try session.script(text.createFeedTable)
        let isOld = try !session.query(
            """
            SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
              AND COLUMN_NAME = 'epoch' AND IS_NULLABLE = 'NO'
            """, [.text(Schemas.node), .text("feed_\(text.number)")]
        ).isEmpty
        if isOld { try session.script(text.renewFeedTable) }
        try addOwnClock(text)
    }

    /// Gives a feed table of an earlier program the column that it lacks: in a moment in which nobody is at work on it
    /// where there is one, so that nobody waits.
    private func addOwnClock(_ text: CaptureText) throws {
        guard try session.query(text.ownClockQuestion).isEmpty else { return }
        do {
            try session.script(text.addOwnClock(isPatient: false))
        } catch {
            guard error.isRetryable else { throw error }
            try session.script(text.addOwnClock(isPatient: true))
        }
    }

    private func recordedKey(_ number: UInt32) throws -> [String] {
        try session.query(
            """
            SELECT name, definition FROM comxfailover_node.feed_column
            WHERE number = ? AND key_ordinal IS NOT NULL ORDER BY key_ordinal
            """, [.unsigned(UInt64(number))]
        ).map { "\(try $0.text("name")) \(try $0.text("definition"))" }
    }

    private func recordedColumns(_ number: UInt32) throws -> [String] {
        try session.query(
            """
            SELECT name, definition, nullable, key_ordinal FROM comxfailover_node.feed_column
            WHERE number = ? ORDER BY ordinal
            """, [.unsigned(UInt64(number))]
        ).map { row in
            "\(try row.text("name")) \(try row.text("definition")) \(try row.unsigned("nullable")) "
                + "\(row["key_ordinal"].readable ?? "-")"
        }
    }

    private func definitions(_ text: CaptureText) -> [String] {
        text.description.columns.enumerated().map { index, column in
            let place = text.description.keyIndices.firstIndex(of: index).map(String.init) ?? "-"
            return "\(column.name) \(column.definition) \(column.isNullable ? 1 : 0) \(place)"
        }
    }

    private func recordColumns(_ text: CaptureText) throws {
        try session.transaction { session in
            let number = MariaValue.unsigned(UInt64(text.number))
            try session.execute("DELETE FROM comxfailover_node.feed_column WHERE number = ?", [number])
            for (index, column) in text.description.columns.enumerated() {
                let place = text.description.keyIndices.firstIndex(of: index)
                try session.execute(
                    """
                    INSERT INTO comxfailover_node.feed_column
                      (number, ordinal, name, kind, nullable, definition, key_ordinal) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        number, .unsigned(UInt64(index)), .text(column.name), .text(column.kind.rawValue),
                        .unsigned(column.isNullable ? 1 : 0), .text(column.definition),
                        place.map { .unsigned(UInt64($0)) } ?? .null,
                    ])
            }
        }
    }

    private func makeTriggers(_ text: CaptureText) throws {
        let node = try node()
        for event in CaptureText.Event.allCases {
            if try isElsewhere(event, of: text) { try session.script(text.dropTrigger(event)) }
            try session.script(text.createTrigger(event, on: node))
        }
    }

    private func node() throws -> Mode {
        guard let mode = try FeedLifeTable(session: session).mode() else {
            throw MariaError(number: 1146, message: "the feed has not been made yet")
        }
        return mode
    }

    /// Whether the trigger's name is taken on the table that bore this table's name before.
    private func isElsewhere(_ event: CaptureText.Event, of text: CaptureText) throws -> Bool {
        try !session.query(
            """
            SELECT 1 FROM information_schema.TRIGGERS
            WHERE TRIGGER_SCHEMA = ? AND TRIGGER_NAME = ? AND EVENT_OBJECT_TABLE <> ?
            """,
            [
                .text(text.description.table.schema), .text(text.triggerName(event)),
                .text(text.description.table.name),
            ]
        ).isEmpty
    }
}
