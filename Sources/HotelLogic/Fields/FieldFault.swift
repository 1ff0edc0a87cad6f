/// A field of an entry that cannot be what was asked for, and why.
package struct FieldFault: Error, Sendable, Hashable, Codable {
    /// The field's name, as on the command line and at the head of a column; nil for the entry's own name.
    package let field: String?
    /// What is wrong and what would be right, in one line.
    package let words: String

    package init(_ field: String?, _ words: String) {
        self.field = field
        self.words = words
    }

    /// The whole in one line.
    package var line: String { field.map { "\($0): \(words)" } ?? words }
}
