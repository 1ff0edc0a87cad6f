import Vocabulary

/// What ``HeartbeatSchedule`` wants done.
package enum HeartbeatScheduleDirective: Sendable, Hashable {
    /// Send one heartbeat now.
    case send
    /// Nothing until then, unless the feed moves.
    case wait(until: Instant)
}
