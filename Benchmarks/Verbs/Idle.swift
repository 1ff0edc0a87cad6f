import ArgumentParser
import Foundation
import MariaStore

/// What an idle pair uses.
struct Idle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch two idle daemons: processor, memory, heartbeats.")

    @OptionGroup var options: BenchOptions
    @OptionGroup var daemon: DaemonOptions
    @Option(help: "How long to watch.") var seconds = 60

    func run() async throws {
        try await options.report("comxfailover-bench idle") { bench in
            try await Self.measure(bench, binary: daemon.binary, seconds: seconds)
        }
    }

    static func measure(_ bench: Bench, binary: String, seconds: Int) async throws -> [Measurement] {
        try await DaemonPair.with(bench, binary: binary, hasRival: false) { pair in
            // What a start leaves to do is done before the watch begins.
            try await Task.sleep(for: .seconds(10))
            let before = try usage(of: pair)
            let clock = ContinuousClock()
            let began = clock.now
            let counts: [UInt8: HeartbeatCounter.Count]?
            if let counter = HeartbeatCounter() {
                counts = counter.count(seconds: seconds)
            } else {
                counts = nil
                try await Task.sleep(for: .seconds(seconds))
            }
            let took = began.duration(to: clock.now).seconds
            let after = try usage(of: pair)
            var measurements: [Measurement] = []
            for (name, first, last) in zip3(["Primary", "Secondary"], before, after) {
                let share = (last.processorSeconds - first.processorSeconds) / took * 100
                measurements.append(
                    Measurement(
                        name: "idle: processor of the \(name)'s daemon", unit: "% of a core", ours: share,
                        target: .init(words: "under 1 %", isMet: share < 1)))
                measurements.append(
                    Measurement(
                        name: "idle: memory of the \(name)'s daemon", unit: "MiB", ours: last.residentMebibytes,
                        target: .init(words: "under 60 MB", isMet: last.residentMebibytes * 1.048_576 < 60)))
            }
            for (name, first, last) in zip3(
                ["Primary", "Secondary"], Array(before.dropFirst(2)), Array(after.dropFirst(2)))
            {
                measurements.append(
                    Measurement(
                        name: "idle: processor of the \(name)'s MariaDB", unit: "% of a core",
                        ours: (last.processorSeconds - first.processorSeconds) / took * 100))
            }
            guard let counts else { return measurements }
            for (name, octet) in [("Primary to Secondary", UInt8(12)), ("Secondary to Primary", 22)] {
                let count = counts[octet] ?? .init()
                let rate = Double(count.bytes * 8) / took / 1_000
                measurements.append(
                    Measurement(
                        name: "idle: heartbeats, \(name)", unit: "kbit/s", ours: rate,
                        target: .init(words: "at most 16 kbit/s", isMet: count.datagrams > 0 && rate <= 16),
                        note: "\(count.datagrams) datagrams, \(count.bytes / max(1, count.datagrams)) bytes each with "
                            + "UDP, IP and Ethernet"))
            }
            return measurements
        }
    }

    /// The daemons of Primary and Secondary, then their databases.
    private static func usage(of pair: DaemonPair) throws -> [ProcessUsage] {
        let databases = [pair.primary, pair.secondary].map { daemon in
            (try? String(contentsOfFile: daemon.server.server.pidFile, encoding: .utf8))
                .flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        }
        let usages = ([pair.primary.pid, pair.secondary.pid] + databases).map { $0.flatMap(ProcessUsage.init(of:)) }
        guard usages.allSatisfy({ $0 != nil }) else { throw BenchFailure("a process ended while it was watched") }
        return usages.compactMap { $0 }
    }

    private static func zip3<A, B, C>(_ first: [A], _ second: [B], _ third: [C]) -> [(A, B, C)] {
        zip(first, zip(second, third)).map { ($0, $1.0, $1.1) }
    }
}
