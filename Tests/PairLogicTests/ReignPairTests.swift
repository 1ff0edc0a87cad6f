import Testing
import Vocabulary

@testable import PairLogic

/// Two nodes, a bad line, deaths at every step, operators at bad moments.
struct ReignPairTests {
    private static let seeds: [UInt64] = Array(1...30)

    /// Runs each seed and names those that failed; 40 s of trouble, then 20 s of peace.
    private func run(
        _ chances: ReignPair.Chances, goesHomeAlone: Bool = false, after: (inout ReignPair) -> Void = { _ in }
    ) -> (handovers: Int, takeovers: Int) {
        var (handovers, takeovers) = (0, 0)
        for seed in Self.seeds {
            var pair = ReignPair(seed: seed, chances: chances, goesHomeAlone: goesHomeAlone)
            pair.pass(steps: 400)
            pair.heal()
            pair.pass(steps: goesHomeAlone ? 500 : 200)
            pair.checkHealed()
            after(&pair)
            #expect(pair.violations.isEmpty, "seed \(seed)")
            handovers += pair.handovers
            takeovers += pair.takeovers
        }
        return (handovers, takeovers)
    }

    @Test func `never two owners at one epoch, and one owner once all is well again`() {
        let counts = run(ReignPair.Chances())
        #expect(counts.handovers > 8 && counts.takeovers > 40, "\(counts)")
    }

    @Test func `the same with disks that are put back to any older image`() {
        let counts = run(ReignPair.Chances(crash: 8, restore: 300, order: 60))
        #expect(counts.takeovers > 50, "\(counts)")
    }

    @Test func `on a quiet line operators may order what they like`() {
        let counts = run(ReignPair.Chances(loss: 20, crash: 0, part: 0, order: 60, darkStore: 0))
        #expect(counts.handovers > 25, "\(counts)")
    }

    @Test func `once all is well a giveback brings the scope home`() {
        _ = run(ReignPair.Chances()) { pair in
            pair.order(.givebackWanted(.operatorHere), at: .primary)
            pair.pass(steps: 100)
            pair.checkHealed()
            if pair.nodes[.primary]?.stored.ownership.owner != .secondary { pair.violate("it did not come home") }
        }
    }

    @Test func `a scope that may goes home by itself`() {
        _ = run(ReignPair.Chances(), goesHomeAlone: true) { pair in
            if pair.nodes[.primary]?.stored.ownership.owner != .secondary { pair.violate("it did not come home") }
        }
    }
}
