/// One step forward of the database's structure. Steps are never changed once released, and never undone.
package struct SchemaMigration: Sendable, Hashable {
    /// 1 to 99 for the copy's own books, 100 and above for the hotel; each number is used once.
    package let number: Int
    /// A few words for the one who reads the list of applied steps.
    package let name: String
    /// Statements that may run again after a crash in the middle, since MariaDB commits each by itself:
    /// `IF NOT EXISTS` and the like.
    package let statements: [String]

    package init(number: Int, name: String, statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}
