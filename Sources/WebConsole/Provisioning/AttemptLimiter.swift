import Vocabulary

/// How often something may be tried: so many times at once, and then one more for each interval that passes.
///
/// It keeps a count for each key, at most `keysMax` of them; where one more comes, the key that was silent longest is
/// forgotten. Time is passed in.
struct AttemptLimiter: Sendable, Equatable {
    /// The most keys that are remembered.
    static let keysMax = 4096

    private struct Count: Sendable, Equatable {
        var used: Int
        /// The moment from which the next interval counts.
        var since: Instant
    }

    let burst: Int
    let interval: Duration
    private var counts: [String: Count] = [:]

    init(burst: Int, interval: Duration) {
        self.burst = burst
        self.interval = interval
    }

    /// Whether one more try under `key` is allowed now; counts nothing.
    func allows(_ key: String, at now: Instant) -> Bool {
        counts[key].map { recovered($0, at: now).used < burst } ?? true
    }

    /// One try under `key` that counts.
    mutating func tried(_ key: String, at now: Instant) {
        var count = counts[key].map { recovered($0, at: now) } ?? Count(used: 0, since: now)
        count.used = min(count.used + 1, burst)
        if counts[key] == nil, counts.count >= Self.keysMax { forgetOne() }
        counts[key] = count
    }

    private func recovered(_ count: Count, at now: Instant) -> Count {
        let passed = max(0, (now - count.since).nanoseconds / interval.nanoseconds)
        guard passed < count.used else { return Count(used: 0, since: now) }
        return Count(used: count.used - Int(passed), since: count.since + interval * Int(passed))
    }

    private mutating func forgetOne() {
        guard let oldest = counts.min(by: { $0.value.since < $1.value.since })?.key else { return }
        counts[oldest] = nil
    }
}
