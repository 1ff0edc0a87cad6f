import MariaStore
import Vocabulary

/// The number of a table's rows and a sum over all their values, computed by the server's own functions: nothing of
/// the program that is shown takes part.
struct TableSum: Sendable, Hashable {
    let table: String
    let rows: Int
    let sum: UInt64

    /// The sums of every table of the hotel on a node, in the order of their names.
    static func all(on node: DemoNode) async throws -> [TableSum] {
        try await node.database.perform { session in
            try tables(session).map { try of($0, session) }
        }
    }

    /// The tables whose sums differ, or that only one side has.
    static func differences(_ left: [TableSum], _ right: [TableSum]) -> [String] {
        Set(left).symmetricDifference(right).map(\.table).reduce(into: Set<String>()) { $0.insert($1) }.sorted()
    }

    private static func tables(_ session: MariaSession) throws -> [String] {
        try session.query(
            """
            SELECT table_name AS name FROM information_schema.tables
            WHERE table_schema = 'comxfailover' AND table_type = 'BASE TABLE' ORDER BY table_name
            """
        ).map { try $0.text("name") }
    }

    private static func of(_ table: String, _ session: MariaSession) throws -> TableSum {
        let columns = try session.query(
            """
            SELECT column_name AS name FROM information_schema.columns
            WHERE table_schema = 'comxfailover' AND table_name = ? ORDER BY column_name
            """, [.text(table)]
        ).map { MariaIdentifier.quoted(try $0.text("name")) }
        let values = columns.map { "COALESCE(HEX(CAST(\($0) AS BINARY)), '-')" }.joined(separator: ", ")
        let digest = "CAST(CONV(LEFT(MD5(CONCAT_WS(',', \(values))), 16), 16, 10) AS UNSIGNED)"
        let rows = try session.query(
            "SELECT COUNT(*) AS total, BIT_XOR(\(digest)) AS digest FROM comxfailover.\(MariaIdentifier.quoted(table))")
        guard let row = rows.first else { return TableSum(table: table, rows: 0, sum: 0) }
        return TableSum(table: table, rows: Int(try row.unsigned("total")), sum: try row.unsigned("digest"))
    }
}
