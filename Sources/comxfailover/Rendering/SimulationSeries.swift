import Simulation

/// What came of a series of simulated lives.
struct SimulationSeries: Encodable, Sendable {
    /// How many lives were run.
    private(set) var seeds = 0
    /// Those that broke a promise.
    private(set) var failures: [SimulationReport] = []
    /// How long it took.
    var seconds = 0.0
    private(set) var commits = 0
    private(set) var crashes = 0
    private(set) var restores = 0
    private(set) var takeovers = 0
    private(set) var rings = 0

    mutating func add(_ report: SimulationReport) {
        seeds += 1
        commits += report.counts.commits
        crashes += report.counts.crashes
        restores += report.counts.restores
        takeovers += report.counts.takeovers
        rings += report.counts.rings
        if !report.passed { failures.append(report) }
    }

    /// The whole in a sentence.
    var sentence: String {
        let rate = seconds > 0 ? Double(seeds) / seconds : 0
        let faults = [
            Numbers.count(UInt64(commits), "commit", "commits"), Numbers.count(UInt64(crashes), "crash", "crashes"),
            Numbers.count(UInt64(restores), "restore", "restores"),
            Numbers.count(UInt64(takeovers), "takeover", "takeovers"), Numbers.count(UInt64(rings), "ring", "rings"),
        ].joined(separator: ", ")
        let verdict =
            failures.isEmpty
            ? "every promise was kept" : "\(Numbers.count(UInt64(failures.count), "seed", "seeds")) broke a promise"
        let lives = Numbers.count(UInt64(seeds), "seed", "seeds")
        return "\(lives), \((rate * 10).rounded() / 10) a second (\(faults)): \(verdict)."
    }

    /// One life that broke a promise, and the command that shows it again.
    static func failure(_ report: SimulationReport, _ settings: SimulationSettings, isLong: Bool) -> String {
        let focus = settings.focus == .everything ? "" : " --focus \(settings.focus.rawValue)"
        return "seed \(report.seed): \(report.violations.joined(separator: "; "))\n"
            + "  -> comxfailover simulate\(isLong ? " --long" : "")\(focus) --seed \(report.seed) --story"
    }
}
