import Vocabulary

extension TableName {
    /// The name as SQL writes it.
    package var quoted: String { "\(MariaIdentifier.quoted(schema)).\(MariaIdentifier.quoted(name))" }
}
