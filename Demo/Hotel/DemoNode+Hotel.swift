import MariaStore
import Vocabulary

extension DemoNode {
    /// Adds rows in one transaction, as another program would.
    func add(_ tables: [HotelTable]) async throws {
        try await database.perform { session in
            try session.transaction { session in
                for table in tables { try session.executeBulk(table.insertion, rows: table.rows) }
            }
        }
    }

    /// Runs one statement that changes rows; gives how many it changed.
    @discardableResult
    func change(_ sql: String, _ values: [CellValue] = []) async throws -> Int {
        try await database.perform { Int(try $0.execute(sql, values).affectedRows) }
    }

    /// How many rows a question finds; the question selects a count.
    func count(_ sql: String, _ values: [CellValue] = []) async throws -> Int {
        try await database.perform { session in
            guard let row = try session.query(sql, values).first else { return 0 }
            return switch row[0] {
            case .integer(let number): Int(number)
            case .unsigned(let number): Int(number)
            case .null, .double, .text, .bytes: 0
            }
        }
    }

    /// Rows in the hotel's tables of these names.
    func rows(in tables: [String]) async throws -> Int {
        let sums = tables.map { "(SELECT COUNT(*) FROM comxfailover.\($0))" }.joined(separator: " + ")
        return try await count("SELECT \(sums)")
    }
}
