import ReplicaLogic
import Vocabulary

extension TableInspector {
    /// What an index of InnoDB's holds.
    static let keyBytesMax: UInt64 = 3_072
    /// The most that a value takes which is neither text nor bytes.
    private static let plainBytesMax = 32

    /// The feed keeps the key in an index of its own, with a mark for each column that may be NULL.
    func refuseUnlessIndexable(_ named: [String], of table: TableName) throws {
        let marks = Array(repeating: "?", count: named.count).joined(separator: ", ")
        let rows = try session.query(
            """
            SELECT CAST(SUM(IFNULL(CHARACTER_OCTET_LENGTH, \(Self.plainBytesMax)) + (IS_NULLABLE = 'YES')) AS UNSIGNED)
              AS bytes
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME IN (\(marks))
            """, [.text(table.schema), .text(table.name)] + named.map { .text($0) })
        let bytes = try rows.first?.optionalUnsigned("bytes") ?? 0
        guard bytes <= Self.keyBytesMax else { throw TableRefusal.keyTooLong(table, bytes: bytes) }
    }
}
