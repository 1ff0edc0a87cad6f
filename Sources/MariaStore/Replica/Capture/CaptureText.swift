import ReplicaLogic
import Vocabulary

/// The statements that capture one table: its feed table, its triggers, and the views its peer reads.
///
/// The feed table carries the key columns under the very types and collations of the table itself. So whatever the
/// table holds to be one key ('abc' and 'ABC', with and without trailing blanks) is one entry of the feed, and an
/// entry finds its row by the table's own index. Triggers name key columns and nothing else: an upgrade that adds,
/// renames or drops any other column cannot make them fail.
package struct CaptureText: Sendable, Hashable {
    package let number: UInt32
    package let description: TableDescription
    package let scope: ScopeRow

    package init(number: UInt32, description: TableDescription, scope: ScopeRow) {
        self.number = number
        self.description = description
        self.scope = scope
    }

    package var feedTable: String { "`comxfailover_node`.`feed_\(number)`" }
    package var feedView: String { Self.feedView(number) }
    package var rowsView: String { Self.rowsView(number) }
    package var tableView: String { Self.tableView(number) }
    package static func feedView(_ number: UInt32) -> String { "`comxfailover_feed`.`feed_\(number)`" }
    package static func rowsView(_ number: UInt32) -> String { "`comxfailover_feed`.`rows_\(number)`" }
    package static func tableView(_ number: UInt32) -> String { "`comxfailover_feed`.`table_\(number)`" }
    package var source: String { description.table.quoted }

    /// The feed table. Every reader asks for one node's entries above a position, so the index begins with the node.
    ///
    /// A trigger leaves `epoch` and `drift` empty: they are those of the reign in which the position was drawn.
    /// `own_clock` is the highest clock of this node's own writes that a write of the peer's took the place of: the
    /// node's next one is later than that, also where its wall clock was set back.
    package var createFeedTable: String {
        var lines: [String] = []
        for (index, column) in description.keyColumns.enumerated() {
            lines.append("k\(index) \(column.definition) NOT NULL")
            if column.isNullable { lines.append("n\(index) TINYINT UNSIGNED NOT NULL") }
        }
        let key = keyParts.joined(separator: ", ")
        return """
            CREATE TABLE IF NOT EXISTS \(feedTable) (
              \(lines.joined(separator: ",\n  ")),
              position BIGINT UNSIGNED NOT NULL,
              epoch BIGINT UNSIGNED NULL,
              clock BIGINT UNSIGNED NOT NULL,
              node TINYINT UNSIGNED NOT NULL,
              seen BIGINT UNSIGNED NOT NULL DEFAULT 0,
              tombstone TINYINT UNSIGNED NOT NULL DEFAULT 0,
              drift TINYINT UNSIGNED NULL,
              \(Self.ownClockColumn),
              PRIMARY KEY (\(key)),
              KEY by_position (node, position)
            ) ENGINE=InnoDB COMMENT='\(MariaLiteral.escaped("changes of \(description.table)"))'
            """
    }

    /// Makes a feed table of an earlier program what `createFeedTable` makes.
    package var renewFeedTable: String {
        "ALTER TABLE \(feedTable) MODIFY epoch BIGINT UNSIGNED NULL, MODIFY drift TINYINT UNSIGNED NULL, "
            + "MODIFY seen BIGINT UNSIGNED NOT NULL DEFAULT 0, MODIFY tombstone TINYINT UNSIGNED NOT NULL DEFAULT 0"
    }

    /// The same for a feed table without `own_clock`. It is done in an instant, once nobody is at work on the table.
    func addOwnClock(isPatient: Bool) -> String {
        "ALTER TABLE \(feedTable) \(isPatient ? "" : "NOWAIT ")ADD COLUMN IF NOT EXISTS \(Self.ownClockColumn)"
    }

    private static let ownClockColumn = "own_clock BIGINT UNSIGNED NOT NULL DEFAULT 0"

    /// Asks for `own_clock`, which is not there between the start of this program over a pair of an earlier one and the
    /// moment in which capture of the table is made anew.
    var ownClockQuestion: String { "SHOW COLUMNS FROM \(feedTable) LIKE 'own_clock'" }

    /// The columns of the feed's primary key.
    package var keyParts: [String] {
        description.keyColumns.enumerated().flatMap { index, column in
            column.isNullable ? ["k\(index)", "n\(index)"] : ["k\(index)"]
        }
    }

    /// The values of `keyParts` for a row called `row` (`NEW`, `OLD`, or an alias).
    ///
    /// The parentheses matter where a value stands behind an equals sign: `n = x IS NULL` means `(n = x) IS NULL`.
    package func keyValues(of row: String) -> [String] {
        description.keyColumns.flatMap { column in
            let name = "\(row).\(MariaIdentifier.quoted(column.name))"
            return column.isNullable ? ["IFNULL(\(name), \(column.placeholder))", "(\(name) IS NULL)"] : [name]
        }
    }

    /// The condition that joins a row called `row` to an entry called `entry`.
    package func join(row: String, entry: String) -> String {
        description.keyColumns.enumerated().map { index, column in
            let name = "\(row).\(MariaIdentifier.quoted(column.name))"
            return column.isNullable
                ? "\(name) <=> IF(\(entry).n\(index), NULL, \(entry).k\(index))" : "\(name) = \(entry).k\(index)"
        }.joined(separator: " AND ")
    }

    /// The key of an entry called `entry` as the table itself would hold it.
    package func entryKey(_ entry: String) -> [String] {
        description.keyColumns.enumerated().map { index, column in
            column.isNullable ? "IF(\(entry).n\(index), NULL, \(entry).k\(index))" : "\(entry).k\(index)"
        }
    }
}
