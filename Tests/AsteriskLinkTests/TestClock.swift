import Ports
import Synchronization
import Vocabulary

/// The machine's own clock, for tests against a real Asterisk.
struct TestClock: ClockPort {
    private static let start = ContinuousClock.now

    func now() -> Instant { Instant(nanoseconds: 1_000_000_000) + (ContinuousClock.now - Self.start) }

    func wallTime() -> WallTime { WallTime(microseconds: 1_750_000_000_000_000) }

    func sleep(until deadline: Instant) async throws(CancellationError) {
        do {
            try await ContinuousClock().sleep(for: deadline - now())
        } catch {
            throw CancellationError()
        }
    }
}
