import ArgumentParser

/// Which daemon is measured.
struct DaemonOptions: ParsableArguments {
    @Option(help: "The daemon's program.")
    var binary = ".build/release/comxfailover"
}
