import Vocabulary

/// What one probe of a path found. It is told with the moment at which the peer was really in contact: a prober that
/// passes on an older observation, as Asterisk's of the trunk, tells the time of that observation.
package enum ProbeOutcome: Sendable, Hashable {
    case success(roundTrip: Duration)
    case failure(PathFailure, words: String)
}

extension ProbeOutcome {
    /// Whether it shows that the host is there, though perhaps not what was asked of it.
    var provesHost: Bool {
        switch self {
        case .success: true
        case .failure(let failure, _): failure.provesHost
        }
    }
}

extension PathFailure {
    /// Whether only a living host can fail this way.
    var provesHost: Bool {
        switch self {
        case .portClosed, .secretMismatch, .databaseAccessDenied, .databaseGrantMissing, .encryption, .protocolTooNew:
            true
        case .silent, .other: false
        }
    }
}
