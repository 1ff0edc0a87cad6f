import Ports
import ReplicaLogic
import Vocabulary

/// A table of this node as the applier needs it: its feed's number and its columns with their types.
struct LocalTable {
    let number: UInt32
    let description: TableDescription
    let text: CaptureText
    /// Who this node is.
    let node: Mode?
    /// Whether the feed keeps the clocks of this node's own writes that others took the place of.
    let keepsOwnClock: Bool

    var feedTable: FeedTable {
        FeedTable(number: number, item: ItemName(literal: "catalogue"), shape: description.shape, horizon: .start)
    }

    /// The temporary table that carries a batch's keys into set-based statements.
    var stage: String { "`comxfailover_node`.`stage_\(number)`" }

    var createStage: String {
        let keys = description.keyColumns.enumerated().map { index, column in
            "k\(index) \(column.definition) \(column.isNullable ? "NULL" : "NOT NULL")"
        }
        return """
            CREATE TEMPORARY TABLE IF NOT EXISTS \(stage) (
              ordinal INT UNSIGNED NOT NULL PRIMARY KEY, \(keys.joined(separator: ", "))) ENGINE=Aria TRANSACTIONAL=0
            """
    }

    /// The condition that joins the table, as `t`, to a staged key, as `s`.
    var joinStage: String {
        description.keyColumns.enumerated().map { index, column in
            "t.\(MariaIdentifier.quoted(column.name)) \(column.isNullable ? "<=>" : "=") s.k\(index)"
        }.joined(separator: " AND ")
    }

    /// Whether the row, as `t`, spells its key otherwise than a staged key, as `s`, that is equal to it.
    var isRespelled: String {
        let parts = description.keyColumns.enumerated().filter { $0.element.collation != nil }.map { index, column in
            "BINARY t.\(MariaIdentifier.quoted(column.name)) <=> BINARY s.k\(index)"
        }
        return parts.isEmpty ? "0" : "NOT (\(parts.joined(separator: " AND ")))"
    }

    /// The condition that joins the feed, as `f`, to a staged key, as `s`.
    var joinFeed: String {
        description.keyColumns.enumerated().map { index, column in
            column.isNullable
                ? "f.k\(index) = IFNULL(s.k\(index), \(column.placeholder)) AND f.n\(index) = (s.k\(index) IS NULL)"
                : "f.k\(index) = s.k\(index)"
        }.joined(separator: " AND ")
    }

    /// The key's values as `keyParts` of the feed takes them: a placeholder and a mark where the value is NULL.
    func feedKey(_ key: [CellValue]) -> [CellValue] {
        zip(key, description.keyColumns).flatMap { value, column -> [CellValue] in
            guard column.isNullable else { return [value] }
            return [value, .unsigned(value == .null ? 1 : 0)]
        }
    }

    /// What is bound for each of `keyParts` when an entry is written.
    var feedKeyMarks: [String] {
        description.keyColumns.flatMap { column in
            column.isNullable ? ["IFNULL(?, \(column.placeholder))", "?"] : ["?"]
        }
    }

    func named(_ key: [CellValue]) -> [String: String] {
        var result: [String: String] = [:]
        for (column, value) in zip(description.keyColumns, key) { result[column.name] = value.readable ?? "NULL" }
        return result
    }
}
