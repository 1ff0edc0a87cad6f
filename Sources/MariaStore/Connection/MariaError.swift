/// A statement or a connection that failed, in MariaDB's own number and words.
package struct MariaError: Error, Sendable, Hashable {
    /// Statements are cut to this many characters before they enter a message.
    package static let statementLengthMax = 300

    /// The server's error number (1000 and above), or the client library's (2000 to 2999).
    package let number: UInt32
    /// The five characters of the SQL standard, `HY000` where there is no better one.
    package let sqlState: String
    /// MariaDB's own words.
    package let message: String
    /// The statement that failed, shortened; nil where the connection itself failed.
    package let statement: String?

    package init(number: UInt32, sqlState: String = "HY000", message: String, statement: String? = nil) {
        self.number = number
        self.sqlState = sqlState
        self.message = message
        self.statement = statement.map(Self.shortened)
    }

    private static func shortened(_ sql: String) -> String {
        guard sql.count > statementLengthMax else { return sql }
        return sql.prefix(statementLengthMax) + "…"
    }
}

extension MariaError: CustomStringConvertible {
    package var description: String {
        let words = "MariaDB error \(number) (\(sqlState)): \(message)"
        guard let statement else { return words }
        return "\(words) [\(statement)]"
    }
}
