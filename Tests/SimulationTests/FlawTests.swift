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
        (.headOutlivesDatabase, 40), (.fetchedRowsForgotten, 190), (.rebuildEndsEarly, 6_212),
    ]

    /// Rules that are missed in long lives, where what one restore leaves behind meets the next.
    static let longCases: [(Flaw, from: UInt64)] = [
        (.everyLifeIsNew, 2), (.settledOfFormerLife, 11), (.formerReignUnconfirmed, 16), (.horizonIgnored, 246),
        (.oneFormerLifeKnown, 361), (.newLifeReadInPart, 435), (.cursorsKept, 889), (.collectedBeforeReading, 900),
    ]

    /// Within how many lives it must show.
    static let seedsMax: UInt64 = 20

    @Test(arguments: cases)
    func `a broken rule is noticed`(flaw: Flaw, from: UInt64) {
        let seeds = from..<(from + Self.seedsMax)
        let caught = seeds.first { !Simulator(seed: $0, settings: SimulationSettings(flaw: flaw)).run().passed }
        #expect(caught != nil, "\(flaw.rawValue) went unnoticed in seeds \(seeds)")
    }

    @Test(arguments: longCases)
    func `a broken rule that only several restores find out is noticed`(flaw: Flaw, from: UInt64) {
        let seeds = from..<(from + Self.seedsMax)
        let caught = seeds.first { !Simulator(seed: $0, settings: .long(flaw: flaw)).run().passed }
        #expect(caught != nil, "\(flaw.rawValue) went unnoticed in long lives of seeds \(seeds)")
    }

    @Test func `no rule is left out`() {
        let tried = Set((Self.cases + Self.longCases).map(\.0))
        #expect(tried == Set(Flaw.allCases))
    }
}
