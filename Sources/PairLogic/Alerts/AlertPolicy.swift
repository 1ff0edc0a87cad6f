import Vocabulary

/// What an operator chose for alerts.
package struct AlertPolicy: Sendable, Hashable {
    /// What is graver than this, or as grave, is told.
    package var minimum: Severity
    /// The same kind about the same subject is told once in so long; then by how often it came.
    package var interval: Duration

    package init(minimum: Severity = .warning, interval: Duration = .seconds(900)) {
        self.minimum = minimum
        self.interval = interval
    }
}
