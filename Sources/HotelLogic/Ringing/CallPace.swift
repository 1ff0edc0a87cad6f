import Vocabulary

/// How many calls may begin now: so many a second, evenly. What was not used in a quarter of a second is gone.
package struct CallPace: Sendable, Hashable {
    private let perSecond: Int
    /// In millionths of a call.
    private var allowance: Int64
    private var last: Instant

    package init(perSecond: Int, at now: Instant) {
        self.perSecond = max(1, perSecond)
        allowance = 0
        last = now
        allowance = allowanceMax
    }

    package mutating func available(at now: Instant) -> Int {
        let passed = max(0, min((now - last).nanoseconds / 1_000, 1_000_000))
        last = max(last, now)
        allowance = min(allowance + passed * Int64(perSecond), allowanceMax)
        return Int(allowance / 1_000_000)
    }

    private var allowanceMax: Int64 { Int64(max(1, perSecond / 4)) * 1_000_000 }

    package mutating func take(_ count: Int) { allowance -= Int64(count) * 1_000_000 }
}
