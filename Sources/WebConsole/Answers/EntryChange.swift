/// The body of a request that adds or edits entries of the telephony configuration.
package struct EntryChange: Sendable, Hashable, Codable {
    /// Which entries are added; where the path names them it is left out. A range such as `1001-1300` is allowed.
    package let keys: [String]?
    /// New texts by the fields' names; an empty text is the standard, `{}` stands for the entry's own number.
    package let fields: [String: String]

    package init(keys: [String]? = nil, fields: [String: String]) {
        self.keys = keys
        self.fields = fields
    }
}
