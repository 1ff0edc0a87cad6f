import ArgumentParser

/// Everything, as the table in `Docs/BENCHMARKS.md` shows it.
struct All: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure everything.")

    @OptionGroup var options: BenchOptions
    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        try await options.report("make bench") { bench in
            var measurements: [Measurement] = []
            let steps: [() async throws -> [Measurement]] = [
                { try await CatchUp.measure(bench, transactions: 100_000, runs: 3) },
                { try await Resync.measure(bench, rows: 1_000_000) },
                { try await Lag.measure(bench, binary: daemon.binary, changes: 300) },
                { try await CaptureCost.measure(bench, transactions: 24_000, runs: 5) },
                { try await Idle.measure(bench, binary: daemon.binary, seconds: 60) },
                { try await Detection.measure(bench, binary: daemon.binary, kills: 10) },
            ]
            for step in steps {
                measurements += try await step()
                try bench.clear()
            }
            return measurements
        }
    }
}
