import ArgumentParser
import Simulation
import Vocabulary

/// `simulate`: lives of a pair under faults, from seeds.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run simulated lives of a pair, and tell which broke a promise.",
        discussion: """
            Each seed is one life of two nodes in memory, with a network that loses, delays and cuts, crashes, clocks \
            that jump, disks put back to older images and takeovers in bad moments. Nothing may be lost, and once the \
            faults end both nodes must become equal. The same seed gives the same life on every machine. No daemon is \
            needed.

            EXAMPLES
              comxfailover simulate --seeds 10000
              comxfailover simulate --seed 4711 --story
            """)

    @Option(help: "How many seeds to run.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var from: UInt64 = 1

    @Option(help: "Run this one seed.")
    var seed: UInt64?

    @Flag(help: "Tell what happened in the life of each seed.")
    var story = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds must be 1 or more") }
    }

    func run() async throws {
        let status = try outcome(on: .standard(options))
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    /// Runs the lives and shows what came of them.
    func outcome(on screen: Screen) throws -> ExitStatus {
        let first = seed ?? from
        let count = seed == nil ? UInt64(seeds) : 1
        let began = ContinuousClock.now
        var series = SimulationSeries()
        for seed in first..<(first + count) {
            let report = Simulator(seed: seed, settings: SimulationSettings(tellsStory: story)).run()
            series.add(report)
            if story, !screen.wantsJSON { report.story.forEach(screen.show) }
            if !report.passed, !screen.wantsJSON { screen.show(SimulationSeries.failure(report)) }
        }
        series.seconds = (ContinuousClock.now - began).inSeconds
        try screen.show(series, or: series.sentence)
        return series.failures.isEmpty ? .ok : .found
    }
}
