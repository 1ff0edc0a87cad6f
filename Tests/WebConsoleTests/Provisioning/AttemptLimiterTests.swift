import Testing
import Vocabulary

@testable import WebConsole

@Suite struct AttemptLimiterTests {
    private let start = Instant(nanoseconds: 1_000_000_000_000)

    @Test func `so many at once and then one for each interval`() {
        var limiter = AttemptLimiter(burst: 3, interval: .seconds(60))
        for _ in 0..<3 {
            #expect(limiter.allows("a", at: start))
            limiter.tried("a", at: start)
        }
        #expect(!limiter.allows("a", at: start))
        #expect(limiter.allows("b", at: start))
        #expect(!limiter.allows("a", at: start + .seconds(59)))
        #expect(limiter.allows("a", at: start + .seconds(60)))
        limiter.tried("a", at: start + .seconds(60))
        #expect(!limiter.allows("a", at: start + .seconds(119)))
        #expect(limiter.allows("a", at: start + .seconds(120)))
    }

    @Test func `whoever was quiet long enough starts anew, and not with more`() {
        var limiter = AttemptLimiter(burst: 2, interval: .seconds(1))
        limiter.tried("a", at: start)
        limiter.tried("a", at: start)
        let later = start + .seconds(3600)
        for _ in 0..<2 {
            #expect(limiter.allows("a", at: later))
            limiter.tried("a", at: later)
        }
        #expect(!limiter.allows("a", at: later))
    }

    @Test func `trying on while refused costs no more than the burst`() {
        var limiter = AttemptLimiter(burst: 2, interval: .seconds(1))
        for _ in 0..<50 { limiter.tried("a", at: start) }
        #expect(limiter.allows("a", at: start + .seconds(1)))
    }

    @Test func `it remembers a limited number of keys and forgets the one that was silent longest`() {
        var limiter = AttemptLimiter(burst: 1, interval: .seconds(3600))
        for number in 0..<AttemptLimiter.keysMax {
            limiter.tried("\(number)", at: start + .milliseconds(number))
        }
        let now = start + .seconds(10)
        #expect(!limiter.allows("0", at: now))
        limiter.tried("one more", at: now)
        #expect(limiter.allows("0", at: now))
        #expect(!limiter.allows("1", at: now))
        #expect(!limiter.allows("one more", at: now))
    }
}
