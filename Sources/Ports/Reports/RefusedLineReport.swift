import Vocabulary

/// A line of a call file that is no record, as it was kept for a person.
package struct RefusedLineReport: Sendable, Hashable, Codable {
    /// Rises with every line that is kept.
    package let id: UInt64
    /// `events` or `records`.
    package let file: String
    /// Why it is no record.
    package let reason: String
    /// As it stood there; what is not UTF-8 in it is replaced.
    package let line: String
    /// When it was read, not when Asterisk wrote it.
    package let readAt: WallTime

    package init(id: UInt64, file: String, reason: String, line: String, readAt: WallTime) {
        self.id = id
        self.file = file
        self.reason = reason
        self.line = line
        self.readAt = readAt
    }
}
