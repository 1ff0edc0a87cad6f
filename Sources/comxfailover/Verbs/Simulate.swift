import ArgumentParser
import Foundation
import Simulation
import Vocabulary

/// `simulate`: lives of a pair under faults, from seeds.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run simulated lives of a pair, and tell which broke a promise.",
        discussion: """
            Each seed is one life of two nodes in memory, with a network that loses, delays and cuts, crashes, clocks \
            that jump, disks put back to older images, takeovers in bad moments, and guests who are to be woken \
            meanwhile. Nothing may be lost, nothing may be done by two, every wake-up ends as answered or told to the \
            desk, and once the faults end both nodes must become equal. The same seed gives the same life on every \
            machine. No daemon is needed.

            The exit code is 0 where every promise was kept, 1 where one was broken.

            EXAMPLES
              comxfailover simulate --seeds 10000
              comxfailover simulate --long --seeds 1000
              comxfailover simulate --focus wake-ups --seeds 1000
              comxfailover simulate --seed 4711 --story
            """)

    @Option(help: "How many seeds to run.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var from: UInt64 = 1

    @Option(help: "Run this one seed.")
    var seed: UInt64?

    @Flag(help: "Live longer: two minutes of storm, and four disks that go back, or eight.")
    var long = false

    @Option(help: "What lives are about.")
    var focus = Focus.everything

    @Flag(help: "Tell what happened in the life of each seed.")
    var story = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds must be 1 or more") }
        if first.addingReportingOverflow(count - 1).overflow {
            throw ValidationError("the last seed would be beyond \(UInt64.max); begin lower, or run fewer")
        }
    }

    func run() async throws {
        let status = try await outcome(on: .standard(options))
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    private var first: UInt64 { seed ?? from }

    private var count: UInt64 { seed == nil ? UInt64(seeds) : 1 }

    /// Runs the lives and shows what came of them.
    func outcome(on screen: Screen) async throws -> ExitStatus {
        let began = ContinuousClock.now
        var drawn = began
        var series = SimulationSeries()
        let settings: SimulationSettings =
            long ? .long(focus, tellsStory: story) : SimulationSettings(focus, tellsStory: story)
        await live(settings) { report in
            series.add(report)
            if story, !screen.wantsJSON { report.story.forEach(screen.show) }
            if !report.passed, !screen.wantsJSON {
                screen.show(SimulationSeries.failure(report, settings, isLong: long))
            }
            if showsProgress(on: screen), ContinuousClock.now - drawn > Self.redrawEvery {
                drawn = .now
                screen.redraw("\(Numbers.grouped(series.seeds)) of \(Numbers.count(count, "seed", "seeds"))")
            }
        }
        if drawn > began { screen.redraw("") }
        series.seconds = (ContinuousClock.now - began).inSeconds
        try screen.show(series, or: series.sentence)
        return series.failures.isEmpty ? .ok : .found
    }

    /// As many lives at once as there are processors; each is told of in its turn, whichever ends first.
    private func live(_ settings: SimulationSettings, _ tell: (SimulationReport) -> Void) async {
        await withTaskGroup(of: SimulationReport.self) { group in
            var seeds = (first...(first + (count - 1))).makeIterator()
            func begin() {
                guard let seed = seeds.next() else { return }
                group.addTask { Simulator(seed: seed, settings: settings).run() }
            }
            for _ in 0..<(ProcessInfo.processInfo.activeProcessorCount * Self.livesAhead) { begin() }
            var early: [UInt64: SimulationReport] = [:]
            var turn = first
            for await report in group {
                early[report.seed] = report
                while let next = early.removeValue(forKey: turn) {
                    tell(next)
                    turn &+= 1
                    begin()
                }
            }
        }
    }

    /// How many lives of each processor may be begun before the first of them is told of.
    private static let livesAhead = 8
    private static let redrawEvery: Duration = .milliseconds(200)

    private func showsProgress(on screen: Screen) -> Bool { screen.isTerminal && !screen.wantsJSON && !story }
}

extension Focus: ExpressibleByArgument {}
