/// The body of a request that imports entries from comma-separated values.
package struct EntryImport: Sendable, Hashable, Codable {
    /// The file: its heading names the fields.
    package let text: String
    /// Entries that are there already are changed instead of being refused.
    package let update: Bool?

    package init(text: String, update: Bool?) {
        self.text = text
        self.update = update
    }
}
