import Testing

@testable import Simulation

/// The simulation can fail: each rule, broken on purpose, is missed within a few lives.
@Suite struct FlawTests {
    /// A rule, and the seed from which on its breaking is looked for.
    static let cases: [(Flaw, from: UInt64)] = [
        (.cursorPassesSettledHead, 1), (.verdictIgnoresSeen, 1), (.lateCommitsSkipped, 1), (.losersForgotten, 1),
        (.canaryNotAwaited, 1), (.parityIgnored, 1), (.restoreNotRecognised, 1), (.numberGapsIgnored, 1),
        (.suspicionLate, 1), (.rebuildForgotten, 1), (.memoryForgotten, 1), (.foreignHeadRemembered, 1),
        (.tombstonesCollectedUnread, 10), (.restoringNodeRead, 15), (.driftSurvivesTakeover, 35),
        (.headOutlivesDatabase, 40), (.fetchedRowsForgotten, 190),
    ]

    /// Within how many lives it must show.
    static let seedsMax: UInt64 = 20

    @Test(arguments: cases)
    func `a broken rule is noticed`(flaw: Flaw, from: UInt64) {
        let seeds = from..<(from + Self.seedsMax)
        let caught = seeds.first { !Simulator(seed: $0, settings: SimulationSettings(flaw: flaw)).run().passed }
        #expect(caught != nil, "\(flaw.rawValue) went unnoticed in seeds \(seeds)")
    }
}
