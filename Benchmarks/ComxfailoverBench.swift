import ArgumentParser

/// Measures what the pair reaches, each number beside that of what a user would run instead.
@main
struct ComxfailoverBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comxfailover-bench",
        abstract: "Measure the pair beside its rivals, on the same servers in the same run.",
        subcommands: [
            All.self, CatchUp.self, Resync.self, CaptureCost.self, Lag.self, Idle.self, Detection.self,
        ],
        defaultSubcommand: All.self)
}
