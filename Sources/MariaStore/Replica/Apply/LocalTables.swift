import ReplicaLogic
import Vocabulary

/// The local tables an applier has met, described once and forgotten when something no longer fits.
final class LocalTables {
    /// A table has other columns than when it was described.
    struct Changed: Error {
        let table: TableName
    }

    private var known: [TableName: (table: LocalTable, columns: String?)] = [:]
    /// The numbers of the tables whose stage holds rows.
    private var filled: Set<UInt32> = []

    /// What was learned on `session`, which ends with it.
    static func kept(with session: MariaSession) -> LocalTables {
        if let tables = session.attachment as? LocalTables { return tables }
        let tables = LocalTables()
        session.attachment = tables
        return tables
    }

    /// The table, from memory or from the server.
    ///
    /// - Throws: `TableRefusal` where there is no such table, or none with capture.
    func table(_ name: TableName, on session: MariaSession) throws -> LocalTable {
        // Capture of an earlier program is about to be made anew, with a column that is of use.
        if let entry = known[name], entry.table.keepsOwnClock { return entry.table }
        let rows = try session.query(
            """
            SELECT t.number, t.scope, (SELECT r.self FROM comxfailover_node.scope_role r LIMIT 1) AS self,
              (SELECT GROUP_CONCAT(c.name ORDER BY c.key_ordinal SEPARATOR '\\n')
              FROM comxfailover_node.feed_column c WHERE c.number = t.number AND c.key_ordinal IS NOT NULL) AS key_names
            FROM comxfailover_node.feed_table t WHERE t.schema_name = ? AND t.table_name = ? AND t.installed = 1
            """, [.text(name.schema), .text(name.name)])
        guard let row = rows.first, let scope = ScopeRow(rawValue: UInt8(try row.unsigned("scope"))) else {
            throw TableRefusal.missing(name)
        }
        let named = try row.text("key_names").split(separator: "\n").map(String.init)
        let columns = try columns(of: name, on: session)
        let description = try TableInspector(session: session).describeKnown(name, key: named)
        let number = UInt32(try row.unsigned("number"))
        let text = CaptureText(number: number, description: description, scope: scope)
        let table = LocalTable(
            number: number, description: description, text: text,
            node: try row.optionalUnsigned("self").flatMap { Mode(number: UInt8(clamping: $0)) },
            keepsOwnClock: try !session.query(text.ownClockQuestion).isEmpty)
        try session.script("DROP TEMPORARY TABLE IF EXISTS \(table.stage)")
        try session.script(table.createStage)
        known[name] = (table, columns)
        return table
    }

    /// Makes sure that the table still is what was described. Inside a transaction that has touched the table nobody
    /// can alter it any more.
    func require(_ table: LocalTable, on session: MariaSession) throws {
        let name = table.description.table
        guard let entry = known[name], try columns(of: name, on: session) == entry.columns else {
            throw Changed(table: name)
        }
    }

    func forget() { known = [:] }

    func willFillStage(of table: LocalTable) { filled.insert(table.number) }

    /// Takes the last batch's keys out of the stage, where it holds any.
    func emptyStage(of table: LocalTable, on session: MariaSession) throws {
        guard filled.contains(table.number) else { return }
        try session.execute("DELETE FROM \(table.stage)")
        filled.remove(table.number)
    }

    /// What the table is made of, in the server's words: cheaper than `information_schema` by far, and
    /// asked once for each batch. The next number that the server would generate is no part of it.
    private func columns(of name: TableName, on session: MariaSession) throws -> String? {
        do {
            let words = try session.query("SHOW CREATE TABLE \(name.quoted)").first?.values.last?.readable
            return words.map(Self.withoutNextNumber)
        } catch {
            guard error.number == 1146 else { throw error }
            return nil
        }
    }

    private static let nextNumber = Array(" AUTO_INCREMENT=".utf8)

    /// The words that make a table without the option that moves with its rows. It is looked for in the bytes: this is
    /// asked for each batch, and a regular expression takes longer than all of the rest.
    private static func withoutNextNumber(_ words: String) -> String {
        let bytes = Array(words.utf8)
        let place = bytes.indices.last { index in
            bytes[index] == nextNumber[0] && bytes[index...].starts(with: nextNumber)
        }
        guard let place else { return words }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let rest = bytes[(place + nextNumber.count)...].drop { digits.contains($0) }
        return String(decoding: bytes[..<place] + rest, as: UTF8.self)
    }
}
