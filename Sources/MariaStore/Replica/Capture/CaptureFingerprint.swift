import ReplicaLogic
import Vocabulary

/// What capture rests on, in a few numbers: as long as they stay the same nothing need be arranged anew.
///
/// Four questions for the whole server instead of a dozen for each table, since they are asked all the time.
struct CaptureFingerprint: Hashable {
    private let numbers: [UInt64]

    /// - Parameter tables: those that capture stands on.
    init(of tables: [TableName], on session: MariaSession) throws {
        var numbers = try [Self.catalogue, Self.triggers].map { try Self.number($0, [], on: session) }
        if !tables.isEmpty {
            let names = tables.flatMap { [MariaValue.text($0.schema), .text($0.name)] }
            numbers.append(try Self.number(Self.columns(count: tables.count), names, on: session))
            let files = tables.map { TableInspector.fileName($0.schema) + "/" + TableInspector.fileName($0.name) }
            numbers.append(
                try Self.number(Self.engine(count: files.count), files.flatMap { [.text($0), .text($0)] }, on: session))
        }
        self.numbers = numbers
    }

    private static func number(_ question: String, _ values: [MariaValue], on session: MariaSession) throws -> UInt64 {
        try session.query(question, values).first?.optionalUnsigned("number") ?? 0
    }

    /// The items, what is installed, and what failed meanwhile.
    private static let catalogue = """
        SELECT BIT_XOR(CAST(CONV(LEFT(MD5(part), 16), 16, 10) AS UNSIGNED)) AS number FROM (
          SELECT CONCAT_WS('\n', 'item', name, rule, enabled, after_change) AS part FROM comxfailover.replica_item
          UNION ALL SELECT CONCAT_WS('\n', 'table', schema_name, table_name, item, key_columns)
          FROM comxfailover.replica_item_table
          UNION ALL SELECT CONCAT_WS('\n', 'feed', schema_name, table_name, installed, dirty, scope, item)
          FROM comxfailover_node.feed_table
          UNION ALL SELECT CONCAT_WS('\n', 'failure', number) FROM comxfailover_node.capture_failure
          UNION ALL SELECT CONCAT_WS('\n', 'life', detached) FROM comxfailover_node.feed_life
          UNION ALL SELECT CONCAT_WS('\n', 'account', User, Host) FROM mysql.user WHERE User LIKE 'comxfailover%') parts
        """

    private static let triggers = """
        SELECT BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS('\n', EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, TRIGGER_NAME,
          ACTION_STATEMENT, DEFINER)), 16), 16, 10) AS UNSIGNED)) AS number
        FROM information_schema.TRIGGERS WHERE TRIGGER_NAME LIKE 'comxfailover\\_%'
        """

    /// Table by table: only a name that is given whole spares the server from opening every table it has.
    private static func columns(count: Int) -> String {
        let one = """
            SELECT CONCAT_WS('\n', TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, COLLATION_NAME,
              IS_NULLABLE, IS_GENERATED, IFNULL(COLUMN_DEFAULT, ''), COLUMN_KEY, EXTRA) AS part
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
            """
        return "SELECT BIT_XOR(CAST(CONV(LEFT(MD5(part), 16), 16, 10) AS UNSIGNED)) AS number FROM ("
            + Array(repeating: one, count: count).joined(separator: " UNION ALL ") + ") parts"
    }

    /// The engine's own number of each table, or of each of its partitions.
    private static func engine(count: Int) -> String {
        let names = Array(repeating: "NAME = ? OR NAME LIKE CONCAT(?, '#P#%')", count: count)
        return "SELECT BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT(NAME, TABLE_ID)), 16), 16, 10) AS UNSIGNED)) AS number "
            + "FROM information_schema.INNODB_SYS_TABLES WHERE \(names.joined(separator: " OR "))"
    }
}
