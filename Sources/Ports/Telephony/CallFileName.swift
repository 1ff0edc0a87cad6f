import Wire

/// One of the two files in which Asterisk writes down its calls.
package enum CallFileName: String, Sendable, Hashable, CaseIterable {
    /// What happens to channels, at once.
    case events
    /// Legs of calls that are over.
    case records

    /// Below Asterisk's log folder.
    package var path: String {
        switch self {
        case .events: CallFiles.eventFile
        case .records: CallFiles.recordFile
        }
    }
}
