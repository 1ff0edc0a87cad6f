/// How a contact answers Asterisk's probes.
package enum ContactStatus: Sendable, Hashable {
    /// It appeared; nothing more is known yet.
    case created
    case reachable
    case unreachable
    /// It is not probed.
    case notQualified
    /// It is probed, and no probe has ended yet.
    case unknown
    case updated
    case removed

    /// Asterisk's word; one that is not known tells nothing.
    package init(_ word: String) {
        switch word {
        case "Created": self = .created
        case "Reachable", "Avail": self = .reachable
        case "Unreachable", "Unavail", "Unavailable": self = .unreachable
        case "NonQualified", "NonQual", "Unqualified": self = .notQualified
        case "Updated": self = .updated
        case "Removed": self = .removed
        default: self = .unknown
        }
    }

    /// Whether a call may be tried: a contact that is not probed counts as there.
    package var isWorthACall: Bool {
        switch self {
        case .created, .reachable, .notQualified, .updated, .unknown: true
        case .unreachable, .removed: false
        }
    }
}
