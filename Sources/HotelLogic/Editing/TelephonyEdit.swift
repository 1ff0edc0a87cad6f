/// A change to entries of one kind: all of it is done, or nothing.
package struct TelephonyEdit: Sendable, Hashable, Codable {
    /// The most entries that one edit touches.
    package static let rowsMax = 10_000

    /// What is done to the entries.
    package enum Action: String, Sendable, Hashable, Codable {
        /// They are new.
        case add
        /// They are there.
        case edit
        /// Either; the way of a file that is imported again.
        case put
        case remove
    }

    /// One entry, and what its fields become.
    package struct Row: Sendable, Hashable, Codable {
        package var key: String
        /// New texts by the fields' names; an empty text is the standard.
        package var fields: [String: String]
        /// The line of the file it stands on; nil where there is no file.
        package var line: Int?

        package init(key: String, fields: [String: String] = [:], line: Int? = nil) {
            self.key = key
            self.fields = fields
            self.line = line
        }
    }

    package let kind: TelephonyKind
    package let action: Action
    package let rows: [Row]

    package init(_ action: Action, _ kind: TelephonyKind, _ rows: [Row]) {
        self.action = action
        self.kind = kind
        self.rows = rows
    }
}
