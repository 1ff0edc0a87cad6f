import Vocabulary

/// Why a table cannot be replicated, and what would change that.
package enum TableRefusal: Error, Sendable, Hashable {
    case neverCopied(TableName)
    case missing(TableName)
    case notATable(TableName)
    case engine(TableName, engine: String)
    case noKey(TableName)
    case unknownKeyColumn(TableName, column: String)
    case generatedKeyColumn(TableName, column: String)
    case cascade(TableName, constraint: String, parent: String)
    case ownColumnNames(TableName)
    case keyTooLong(TableName, bytes: UInt64)

    /// The table that was refused.
    package var table: TableName {
        switch self {
        case .neverCopied(let table), .missing(let table), .notATable(let table), .engine(let table, _),
            .noKey(let table), .unknownKeyColumn(let table, _), .generatedKeyColumn(let table, _),
            .cascade(let table, _, _), .ownColumnNames(let table), .keyTooLong(let table, _):
            table
        }
    }

    /// One line: what is wrong, and the cure.
    package var words: String {
        switch self {
        case .neverCopied(let table):
            "\(table) is never copied: it belongs to this server alone"
        case .missing(let table) where AsteriskFamily(table: table) != nil:
            "the table of a family of Asterisk's database is not made yet; the daemon makes it within seconds where "
                + "its settings name an Asterisk (asterisk.config_folder)"
        case .missing(let table):
            "there is no table \(table) on this server; create it, or correct the name"
        case .notATable(let table):
            "\(table) is not a base table; name the tables behind it"
        case .engine(let table, let engine):
            "\(table) uses \(engine), which has no transactions, so a change could be lost or invented; "
                + "cure: ALTER TABLE \(table) ENGINE=InnoDB"
        case .noKey(let table):
            "\(table) has no primary key; name the columns that identify a row: --table \(table):COLUMN[,COLUMN]"
        case .unknownKeyColumn(let table, let column):
            "\(table) has no column \(column); correct the named key columns"
        case .generatedKeyColumn(let table, let column):
            "column \(column) of \(table) is computed by the server and cannot identify a row; name stored columns"
        case .cascade(let table, let constraint, let parent):
            "foreign key \(constraint) changes rows of \(table) when \(parent) changes, and no trigger sees it; "
                + "add \(parent) to the same item, or make the key RESTRICT"
        case .ownColumnNames(let table):
            "\(table) has no column that can be copied"
        case .keyTooLong(let table, let bytes):
            "the columns named for \(table) hold up to \(bytes) bytes, and an index of MariaDB's holds "
                + "\(TableInspector.keyBytesMax); name shorter ones"
        }
    }
}
