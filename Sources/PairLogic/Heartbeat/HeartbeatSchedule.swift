import Vocabulary

/// When this node sends its heartbeats: at every interval, and early when its feed has moved or settled, or there
/// are other news, though never closer together than the spacing.
package struct HeartbeatSchedule: Sendable, Hashable {
    private let interval: Duration
    private let spacing: Duration
    private var lastSent: Instant?
    private var head: FeedPosition
    /// The head that the last heartbeat told.
    private var told: FeedPosition
    private var settled: FeedPosition = .start
    /// How far the feed was settled as the last heartbeat told it.
    private var toldSettled: FeedPosition = .start
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
    ///
    /// - Parameter settled: below what nothing can appear in it any more; `.start` where that is never told early. Only
    ///   then does the peer know that it has everything, and somebody may wait to hear so.
    package mutating func feedMoved(
        to head: FeedPosition, settled: FeedPosition = .start, at now: Instant
    ) -> HeartbeatScheduleDirective {
        (self.head, self.settled) = (head, settled)
        (told, toldSettled) = (min(told, head), min(toldSettled, settled))
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
        (told, toldSettled) = (head, settled)
        isNewsDue = false
        return .send
    }

    /// When the next heartbeat is due; nil before the first, which is due at once.
    package var nextDue: Instant? {
        lastSent.map { $0 + (head > told || settled > toldSettled || isNewsDue ? spacing : interval) }
    }
}
