import Vocabulary

/// When this node sends its heartbeats: at every interval, and early when its feed has moved or there are other news,
/// though never closer together than the spacing.
package struct HeartbeatSchedule: Sendable, Hashable {
    private let interval: Duration
    private let spacing: Duration
    private var lastSent: Instant?
    private var head: FeedPosition
    /// The head that the last heartbeat told.
    private var told: FeedPosition
    /// There is something else to tell that must not wait for the interval.
    private var isNewsDue = false

    package init(timings: PeerTimings, head: FeedPosition = .start) {
        interval = timings.heartbeatInterval
        spacing = timings.heartbeatSpacing
        self.head = head
        told = head
    }

    /// This node's feed now reaches `head`. Less than before, where its database was put back, is not told early; what
    /// it writes from there on is.
    package mutating func feedMoved(to head: FeedPosition, at now: Instant) -> HeartbeatScheduleDirective {
        self.head = head
        told = min(told, head)
        return tick(at: now)
    }

    /// There is something to tell that must not wait for the interval.
    package mutating func hasNews(at now: Instant) -> HeartbeatScheduleDirective {
        isNewsDue = true
        return tick(at: now)
    }

    /// Time has come to `now`. An answer of `send` counts as sent.
    package mutating func tick(at now: Instant) -> HeartbeatScheduleDirective {
        let due = nextDue ?? now
        guard now >= due else { return .wait(until: due) }
        lastSent = now
        told = head
        isNewsDue = false
        return .send
    }

    /// When the next heartbeat is due; nil before the first, which is due at once.
    package var nextDue: Instant? {
        lastSent.map { $0 + (head > told || isNewsDue ? spacing : interval) }
    }
}
