import ArgumentParser
import Foundation
import Ports

/// How soon a killed daemon is named.
struct Detection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kill the Secondary's daemon and time the Primary's diagnosis.")

    private static let diagnosis = "daemon-down"
    private static let waitMax = 20.0

    @OptionGroup var options: BenchOptions
    @OptionGroup var daemon: DaemonOptions
    @Option(help: "How often it is killed.") var kills = 10

    func run() async throws {
        try await options.report("comxfailover-bench detection") { bench in
            try await Self.measure(bench, binary: daemon.binary, kills: kills)
        }
    }

    static func measure(_ bench: Bench, binary: String, kills: Int) async throws -> [Measurement] {
        try await DaemonPair.with(bench, binary: binary, hasRival: false) { pair in
            var times: [Double] = []
            var words: Set<String> = []
            for kill in 1...kills {
                try await pair.awaitOnline()
                // The killed daemon is somewhere between two heartbeats and two probes.
                try await Task.sleep(for: .milliseconds(Int.random(in: 1_500...2_500)))
                let (took, diagnosis) = try await time(pair)
                times.append(took)
                words.insert(diagnosis)
                bench.tell("detection \(kill): \(diagnosis) after \(took.short) s")
                try pair.secondary.start()
            }
            let slowest = times.max() ?? 0
            return [
                Measurement(
                    name: "detection of a daemon killed by kill -9, slowest of \(kills)", unit: "s", ours: slowest,
                    target: .init(words: "named so within 3.5 s", isMet: slowest <= 3.5 && words == [diagnosis]),
                    note: "median \(times.median.short) s, fastest \((times.min() ?? 0).short) s; "
                        + "named \(words.sorted().joined(separator: ", "))")
            ]
        }
    }

    /// Seconds until the Primary says more than that something is amiss.
    private static func time(_ pair: DaemonPair) async throws -> (Double, String) {
        let clock = ContinuousClock()
        pair.secondary.kill()
        let killed = clock.now
        while true {
            let peer = pair.primary.status()?.peer
            let took = killed.duration(to: clock.now).seconds
            if let peer, peer.state == "offline", let diagnosis = peer.diagnosis { return (took, diagnosis) }
            guard took < waitMax else { throw BenchFailure("the Primary never named the dead daemon") }
            try await clock.sleep(for: .milliseconds(10))
        }
    }
}
