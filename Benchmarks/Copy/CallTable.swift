import MariaStore
import ReplicaLogic
import Vocabulary

/// A table of call records, made for one measurement.
struct CallTable: Sendable {
    let schema: String

    var name: TableName { TableName(schema: schema, name: "call_record") }
    var quoted: String { "`\(schema)`.`call_record`" }

    var createSchema: String { "CREATE DATABASE `\(schema)` CHARACTER SET utf8mb4" }
    var createTable: String {
        """
        CREATE TABLE \(quoted) (
          id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
          caller VARCHAR(40) NOT NULL, dialled VARCHAR(40) NOT NULL, started DATETIME(6) NOT NULL,
          seconds INT UNSIGNED NOT NULL, cost DECIMAL(10,2) NOT NULL, trunk VARCHAR(40) NULL, note VARCHAR(200) NULL,
          KEY by_caller (caller, started)) ENGINE=InnoDB
        """
    }

    var insert: String {
        "INSERT INTO \(quoted) (id, caller, dialled, started, seconds, cost, trunk, note) "
            + "VALUES (?, ?, ?, NOW(6), ?, ?, 'trunk-1', 'a note of some length about this call')"
    }

    var update: String { "UPDATE \(quoted) SET seconds = ?, cost = ? WHERE id = ?" }

    func insertValues(_ id: UInt64) -> [CellValue] {
        [
            .unsigned(id), .text("\(1_000 + id % 300)"), .text("0049301234\(id)"), .integer(Int64(id % 600)),
            .text("1.25"),
        ]
    }

    /// - Parameter salt: another one each time, so that every update changes something.
    func updateValues(_ id: UInt64, salt: UInt64) -> [CellValue] {
        [.unsigned(salt), .text("2.75"), .unsigned(id)]
    }
}
