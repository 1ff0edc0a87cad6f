import Simulation
import Testing

/// The simulation can fail: each rule, broken on purpose, is missed.
@Suite struct FlawTests {
    /// A rule, the kind of life in which it is missed, and one that is known to miss it.
    struct Case: Sendable, CustomTestStringConvertible {
        let flaw: Flaw
        let focus: Focus
        let seed: UInt64
        let isLong: Bool

        init(_ flaw: Flaw, _ focus: Focus, _ seed: UInt64, isLong: Bool = false) {
            (self.flaw, self.focus, self.seed, self.isLong) = (flaw, focus, seed, isLong)
        }

        var testDescription: String { "\(flaw.rawValue), \(isLong ? "long " : "")\(focus.rawValue) \(seed)" }
    }

    static let cases: [Case] = [
        Case(.cursorPassesSettledHead, .everything, 1),
        Case(.verdictIgnoresSeen, .everything, 1),
        Case(.lateCommitsSkipped, .everything, 1),
        Case(.canaryNotAwaited, .everything, 3),
        Case(.losersForgotten, .everything, 1),
        Case(.tombstonesCollectedUnread, .disks, 6),
        Case(.collectedBeforeReading, .disks, 342, isLong: true),
        Case(.parityIgnored, .everything, 1),
        Case(.restoreNotRecognised, .everything, 61),
        Case(.numberGapsIgnored, .everything, 61),
        Case(.restoringNodeRead, .everything, 61),
        Case(.suspicionLate, .everything, 13),
        Case(.rebuildForgotten, .everything, 1),
        Case(.oneFormerLifeKnown, .disks, 23, isLong: true),
        Case(.fetchedRowsForgotten, .disks, 1034, isLong: true),
        Case(.cursorsKept, .quiet, 1682),
        Case(.newLifeReadInPart, .disks, 44, isLong: true),
        Case(.rebuildEndsEarly, .disks, 102, isLong: true),
        Case(.everyLifeIsNew, .disks, 1, isLong: true),
        Case(.horizonIgnored, .quiet, 65, isLong: true),
        Case(.memoryForgotten, .everything, 20),
        Case(.foreignHeadRemembered, .everything, 18),
        Case(.settledOfFormerLife, .disks, 18, isLong: true),
        Case(.headOutlivesDatabase, .disks, 32, isLong: true),
        Case(.ownLosersForgotten, .everything, 2943),
        Case(.driftSurvivesTakeover, .everything, 39),
        Case(.passedOverForGood, .disks, 310, isLong: true),
        Case(.announcedBeforeStored, .everything, 3),
        Case(.standDownAwaitsStore, .everything, 6),
        Case(.truthNotAwaited, .everything, 1),
        Case(.barrierNotAwaited, .owners, 144),
        Case(.barrierLetsWritersIn, .everything, 2),
        Case(.fallenBarrierIgnored, .owners, 115),
        Case(.progressAssumed, .everything, 8),
        Case(.anyAnswerCounts, .quiet, 669),
        Case(.claimNotAwaited, .everything, 2),
        Case(.abilityAssumed, .wakeUps, 190),
        Case(.marksIgnored, .wakeUps, 2542),
        Case(.arrivalsNotRead, .everything, 32),
        Case(.rereadForgotten, .wakeUps, 13),
        Case(.linesCountedOn, .everything, 18),
        Case(.numbersCountedOn, .wakeUps, 11),
        Case(.safeBeforeSound, .wakeUps, 548),
    ]

    @Test(arguments: cases)
    func `a broken rule is noticed, in a life that keeps every promise where it is kept`(_ missed: Case) {
        #expect(!report(missed, flaw: missed.flaw).passed, "\(missed.testDescription) went unnoticed")
        #expect(report(missed, flaw: nil).violations == [])
    }

    @Test func `no rule is left out`() {
        #expect(Set(Self.cases.map(\.flaw)) == Set(Flaw.allCases))
    }

    private func report(_ life: Case, flaw: Flaw?) -> SimulationReport {
        let settings: SimulationSettings =
            life.isLong ? .long(life.focus, flaw: flaw) : SimulationSettings(life.focus, flaw: flaw)
        return Simulator(seed: life.seed, settings: settings).run()
    }
}
