/// A moment on this machine's monotonic clock, in nanoseconds since it booted. Never compared between nodes.
package struct Instant: Sendable, Hashable, Comparable {
    package let nanoseconds: UInt64

    package init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        let sum = Int64(instant.nanoseconds) + duration.nanoseconds
        return Instant(nanoseconds: UInt64(max(0, sum)))
    }

    package static func - (left: Instant, right: Instant) -> Duration {
        .nanoseconds(Int64(left.nanoseconds) - Int64(right.nanoseconds))
    }
}

extension Duration {
    /// Whole nanoseconds, for arithmetic on instants.
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// Milliseconds with their fraction, for people and for metrics.
    package var milliseconds: Double { Double(nanoseconds) / 1_000_000 }

    /// Seconds with their fraction, for people and for metrics.
    package var inSeconds: Double { Double(nanoseconds) / 1_000_000_000 }
}
