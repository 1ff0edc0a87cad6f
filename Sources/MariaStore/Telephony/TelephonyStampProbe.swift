import Ports
import ReplicaLogic
import Vocabulary

/// Takes the stamp of the telephony configuration, in one snapshot.
///
/// A table that is captured tells by its feed: the sum of its entries' positions grows with every write, whoever made
/// it, also with one that commits after a later one. A table that is not, this node's own above all, tells by its
/// checksum; those have few rows.
struct TelephonyStampProbe {
    let session: MariaSession
    let tables: [TableName]

    func stamp() throws -> TelephonyStamp {
        let feeds = try feeds()
        var words: [String] = []
        if !feeds.isEmpty {
            let parts = feeds.map {
                """
                SELECT \($0) AS number, COUNT(*) AS entries, CAST(IFNULL(SUM(position), 0) AS CHAR) AS total
                FROM `comxfailover_node`.`feed_\($0)`
                """
            }
            for row in try session.query(parts.joined(separator: " UNION ALL ")) {
                words.append("\(try row.unsigned("number")):\(try row.unsigned("entries")):\(try row.text("total"))")
            }
        }
        let captured = Set(try capturedTables().map(\.table))
        let others = tables.filter { !captured.contains($0) }
        if !others.isEmpty {
            let names = others.map(\.quoted).joined(separator: ", ")
            for row in try session.query("CHECKSUM TABLE \(names)") {
                words.append("\(try row.text("Table"))=\(try row.optionalUnsigned("Checksum") ?? 0)")
            }
        }
        return TelephonyStamp(words.joined(separator: " "))
    }

    private func feeds() throws -> [UInt64] {
        let wanted = Set(tables)
        return try capturedTables().filter { wanted.contains($0.table) }.map(\.number)
    }

    private func capturedTables() throws -> [(number: UInt64, table: TableName)] {
        try session.query(
            """
            SELECT number, schema_name, table_name FROM comxfailover_node.feed_table WHERE installed = 1
            ORDER BY number
            """
        ).map { row in
            (
                try row.unsigned("number"),
                TableName(schema: try row.text("schema_name"), name: try row.text("table_name"))
            )
        }
    }
}
