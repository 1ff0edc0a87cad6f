import MariaStore
import Vocabulary

extension LiveNode {
    /// Runs statements in the node's MariaDB, one after the other, as its administrator.
    package func sql(_ statements: String...) async throws {
        try await withDatabase { session in
            for statement in statements { try session.script(statement) }
        }
    }

    /// Runs one statement with bound values.
    package func execute(_ statement: String, _ values: [CellValue]) async throws {
        try await withDatabase { _ = try $0.execute(statement, values) }
    }

    /// The rows of a query, values as text, NULL as "NULL".
    package func rows(_ query: String) async throws -> [[String]] {
        try await withDatabase { session in
            try session.query(query).map { row in row.values.map { $0.readable ?? "NULL" } }
        }
    }

    /// The first value of a query; nil where it has no row, or while no server answers.
    package func value(_ query: String) async -> String? {
        (try? await rows(query))?.first?.first
    }

    /// Uses the node's MariaDB; a connection that a crash had broken is made anew once.
    package func withDatabase<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws -> T {
        do {
            return try await database.perform(body)
        } catch let error as MariaError where error.isConnectionLost {
            return try await database.perform(body)
        }
    }

    /// Waits until a query gives this first value.
    package func awaitValue(_ query: String, _ wanted: String, within limit: Duration = .seconds(20)) async throws {
        var last: String?
        try await Waiting.until("\(mode): \(query) = \(wanted)", within: limit, seen: { last ?? "nothing" }) {
            last = await value(query)
            return last == wanted
        }
    }

    /// Waits until MariaDB answers.
    package func awaitDatabase(within limit: Duration = .seconds(30)) async throws {
        try await awaitValue("SELECT 1", "1", within: limit)
    }

    /// The checksum of each table, by name.
    package func checksums(of tables: [String]) async throws -> [String: String] {
        var sums: [String: String] = [:]
        for table in tables { sums[table] = try await rows("CHECKSUM TABLE \(table)").first?.last }
        return sums
    }
}
