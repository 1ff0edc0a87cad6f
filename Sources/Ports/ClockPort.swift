import Vocabulary

/// The two clocks of this machine, and waiting on the first of them.
///
/// `now` never goes back and counts the time in which the machine was suspended; deadlines and intervals use it.
/// `wallTime` may jump either way; it is only for people, for versions and for comparing the nodes' clocks.
package protocol ClockPort: Sendable {
    /// The moment on the monotonic clock.
    func now() -> Instant
    /// The moment on the wall clock.
    func wallTime() -> WallTime
    /// Returns at `deadline` or soon after it, at once where it has passed; throws as soon as the task is cancelled.
    func sleep(until deadline: Instant) async throws(CancellationError)
}

extension ClockPort {
    /// Returns after `duration`; throws as soon as the task is cancelled.
    package func sleep(for duration: Duration) async throws(CancellationError) {
        try await sleep(until: now() + duration)
    }
}
