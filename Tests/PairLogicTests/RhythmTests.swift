import Testing
import Vocabulary

@testable import PairLogic

struct RhythmTests {
    private func patience(of rhythm: Rhythm) -> Duration {
        rhythm.patience(deviations: 6, floor: .seconds(1), ceiling: .seconds(5))
    }

    @Test func `a steady rhythm leaves the floor`() {
        var rhythm = Rhythm(expecting: .milliseconds(250))
        for _ in 0..<100 { rhythm.came(after: .milliseconds(250)) }
        #expect(patience(of: rhythm) == .seconds(1))
    }

    @Test func `a slower peer is given more time`() {
        var rhythm = Rhythm(expecting: .milliseconds(250))
        for _ in 0..<400 { rhythm.came(after: .seconds(2)) }
        #expect(patience(of: rhythm) > .milliseconds(1_990))
        #expect(patience(of: rhythm) < .milliseconds(2_100))
    }

    @Test func `an unsteady peer is given more time, up to the ceiling`() {
        var rhythm = Rhythm(expecting: .milliseconds(250))
        for count in 0..<400 { rhythm.came(after: count % 2 == 0 ? .milliseconds(100) : .milliseconds(900)) }
        #expect(patience(of: rhythm) > .seconds(2))
        for count in 0..<400 { rhythm.came(after: count % 2 == 0 ? .zero : .seconds(3)) }
        #expect(patience(of: rhythm) == .seconds(5))
    }
}
