import Glibc
import Ports
import Vocabulary

/// The clocks of this machine, as the kernel keeps them.
package struct SystemClock: ClockPort {
    package init() {}

    /// Read from `CLOCK_BOOTTIME`, which goes on while the machine is suspended: a paused virtual machine that wakes
    /// up sees that time has passed.
    package func now() -> Instant {
        let (seconds, nanoseconds) = Self.read(CLOCK_BOOTTIME)
        return Instant(nanoseconds: UInt64(seconds) * 1_000_000_000 + UInt64(nanoseconds))
    }

    package func wallTime() -> WallTime {
        let (seconds, nanoseconds) = Self.read(CLOCK_REALTIME)
        return WallTime(microseconds: seconds * 1_000_000 + nanoseconds / 1_000)
    }

    package func sleep(until deadline: Instant) async throws(CancellationError) {
        do {
            try await Task.sleep(for: deadline - now(), tolerance: nil, clock: .continuous)
        } catch {
            throw CancellationError()
        }
    }

    private static func read(_ clock: clockid_t) -> (seconds: Int64, nanoseconds: Int64) {
        var reading = timespec()
        let result = clock_gettime(clock, &reading)
        precondition(result == 0, "clock_gettime(\(clock)) failed with errno \(errno)")
        return (Int64(reading.tv_sec), Int64(reading.tv_nsec))
    }
}
