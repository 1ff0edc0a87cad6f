import Vocabulary

/// Which events are asked for.
package struct EventQuery: Sendable, Hashable {
    /// The most that are given at once.
    package static let limitMax = 10_000

    /// Only those that happened then or later.
    package var since: WallTime?
    /// Only those that are as grave, or graver.
    package var minimum: Severity
    package var limit: Int

    package init(since: WallTime? = nil, minimum: Severity = .information, limit: Int = 50) {
        self.since = since
        self.minimum = minimum
        self.limit = limit
    }

    /// Whether an event is one of them.
    package func fits(_ event: Event) -> Bool {
        event.severity >= minimum && since.map { event.at >= $0 } != false
    }
}
