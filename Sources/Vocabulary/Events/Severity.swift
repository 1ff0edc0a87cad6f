/// How much somebody should mind an event.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Good to know.
    case information
    /// Somebody should look at it today.
    case warning
    /// Somebody must act now.
    case alert

    package static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .information: 0
        case .warning: 1
        case .alert: 2
        }
    }
}
