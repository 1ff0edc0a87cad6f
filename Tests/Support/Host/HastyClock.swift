import Ports
import Synchronization
import Vocabulary

/// A clock on which nobody waits: whoever sleeps moves it on to when he wanted to wake.
package final class HastyClock: ClockPort {
    private let elapsed = Mutex(Duration.zero)
    private let startedAt = Instant(nanoseconds: 1_000_000_000_000)
    private let startedAtWallTime = WallTime(microseconds: 1_750_000_000_000_000)

    package init() {}

    package func now() -> Instant { startedAt + elapsed.withLock { $0 } }

    package func wallTime() -> WallTime {
        WallTime(microseconds: startedAtWallTime.rawValue + elapsed.withLock { $0 }.nanoseconds / 1_000)
    }

    package func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }

    package func sleep(until deadline: Instant) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        elapsed.withLock { $0 = max($0, deadline - startedAt) }
    }
}
