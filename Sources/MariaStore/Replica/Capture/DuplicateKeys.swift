/// Finds rows that the named key columns cannot tell apart.
struct DuplicateKeys {
    let session: MariaSession

    /// How many keys stand for more than one row.
    func count(in description: TableDescription) throws -> UInt64 {
        guard !description.isKeyUnique else { return 0 }
        let key = description.keyColumns.map { MariaIdentifier.quoted($0.name) }.joined(separator: ", ")
        return try session.query(
            "SELECT COUNT(*) AS twins FROM (SELECT 1 AS one FROM \(description.table.quoted) GROUP BY \(key) "
                + "HAVING COUNT(*) > 1) d"
        ).first?.unsigned("twins") ?? 0
    }

    static func words(_ twins: UInt64, in description: TableDescription) -> String {
        let key = description.keyColumns.map(\.name).joined(separator: ", ")
        return
            "\(twins) key\(twins == 1 ? "" : "s") in \(description.table) stand for more than one row under (\(key)); "
            + "find them with: SELECT \(key), COUNT(*) FROM \(description.table) GROUP BY \(key) HAVING COUNT(*) > 1"
    }
}
