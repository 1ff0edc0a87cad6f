import Simulation
import Testing

/// Lives of a pair from seeds: nothing is lost under faults, nothing is done by two, and both nodes become equal after
/// them.
@Suite struct SimulatorTests {
    /// Lives that run one after the other; those of different stretches run side by side.
    struct Stretch: Sendable, CustomTestStringConvertible {
        let focus: Focus
        let seeds: ClosedRange<UInt64>
        let isLong: Bool

        init(_ focus: Focus, _ seeds: ClosedRange<UInt64>, isLong: Bool = false) {
            (self.focus, self.seeds, self.isLong) = (focus, seeds, isLong)
        }

        var testDescription: String { "\(isLong ? "long " : "")\(focus.rawValue), \(seeds)" }
    }

    static let stretches: [Stretch] = [
        Stretch(.everything, 1...30), Stretch(.everything, 31...60), Stretch(.everything, 61...90),
        Stretch(.everything, 91...120), Stretch(.disks, 1...40), Stretch(.disks, 41...80), Stretch(.quiet, 1...40),
        Stretch(.owners, 1...30), Stretch(.owners, 31...60), Stretch(.wakeUps, 1...12), Stretch(.wakeUps, 13...24),
        Stretch(.disks, 1...8, isLong: true), Stretch(.everything, 1...4, isLong: true),
        // Lives in which a promise was broken once.
        Stretch(.everything, 3_232...3_232), Stretch(.everything, 7_547...7_547), Stretch(.everything, 8_795...8_795),
        Stretch(.everything, 9_217...9_217), Stretch(.everything, 9_322...9_322),
        // A disk goes back under a daemon that has read one scope's reign and not the other's.
        Stretch(.everything, 3_264...3_264),
    ]

    @Test(arguments: stretches)
    func `every promise is kept in every life`(stretch: Stretch) {
        let settings: SimulationSettings = stretch.isLong ? .long(stretch.focus) : SimulationSettings(stretch.focus)
        for seed in stretch.seeds {
            let report = Simulator(seed: seed, settings: settings).run()
            #expect(report.violations == [], "comxfailover simulate --focus \(stretch.focus.rawValue) --seed \(seed)")
        }
    }

    @Test func `lives are full of what they are meant to stand`() {
        let lives = (UInt64(1)...10).map { Simulator(seed: $0).run().counts }
        func sum(_ part: (SimulationReport.Counts) -> Int) -> Int { lives.reduce(0) { $0 + part($1) } }
        #expect(sum(\.commits) > 500)
        #expect(sum(\.rollbacks) > 10)
        #expect(sum(\.crashes) > 5)
        #expect(sum(\.restores) > 0)
        #expect(sum(\.takeovers) > 0)
        #expect(sum(\.lateCommits) > 10)
        #expect(sum(\.conflicts) > 0)
        #expect(sum(\.driftHealed) > 0)
        #expect(sum(\.givebacks) > 0)
        #expect(sum(\.rings) > 20)
        #expect(sum(\.answers) > 10)
        #expect(sum(\.safePromises) > 0)
    }

    @Test func `the same seed gives the same life`() {
        let settings = SimulationSettings(tellsStory: true)
        let once = Simulator(seed: 7, settings: settings).run()
        let again = Simulator(seed: 7, settings: settings).run()
        #expect(once == again)
        #expect(!once.story.isEmpty)
        #expect(Simulator(seed: 8, settings: settings).run() != once)
    }
}
