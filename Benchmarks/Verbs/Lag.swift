import ArgumentParser
import Foundation
import MariaStore
import Vocabulary

/// How long one change takes at a light load: from its commit on the writer to its being seen on the receiver.
struct Lag: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Time single changes between two real daemons.")

    @OptionGroup var options: BenchOptions
    @OptionGroup var daemon: DaemonOptions
    @Option(help: "Changes of each, ten a second.") var changes = 300

    func run() async throws {
        try await options.report("comxfailover-bench lag") { bench in
            try await Self.measure(bench, binary: daemon.binary, changes: changes)
        }
    }

    static func measure(_ bench: Bench, binary: String, changes: Int) async throws -> [Measurement] {
        try await DaemonPair.with(bench, binary: binary, hasRival: true) { pair in
            let native = NativeReplication(pair: pair.servers)
            let theirTable = CallTable(schema: "native_lag")
            let ourTable = CallTable(schema: "bench_lag")
            try await native.arrange()
            try await pair.servers.writer.run(CopiedPair.unlogged, theirTable.createSchema, theirTable.createTable)
            try await pair.servers.receiver.run(theirTable.createSchema, theirTable.createTable)
            try await pair.add(ourTable, as: "bench")
            var program = pair.servers.writer.administrator
            program.sessionSettings.append(CopiedPair.unlogged)
            let ours = try await LagTrial(
                table: ourTable, program: program, reader: pair.servers.receiver.administrator
            ).lags(changes)
            bench.tell("lag: ours median \(ours.median.short) ms, p99 \(ours.quantile(0.99).short) ms")
            try await native.beginHere()
            try await native.start()
            let theirs = try await LagTrial(
                table: theirTable, program: pair.servers.writer.administrator,
                reader: pair.servers.receiver.administrator
            ).lags(changes)
            bench.tell("lag: native median \(theirs.median.short) ms, p99 \(theirs.quantile(0.99).short) ms")
            try await native.stop()
            return [
                measurement("median", 0.5, limit: 5, ours, theirs),
                measurement("99th percentile", 0.99, limit: 20, ours, theirs),
            ]
        }
    }

    private static func measurement(
        _ words: String, _ quantile: Double, limit: Double, _ ours: [Double], _ theirs: [Double]
    ) -> Measurement {
        let (our, their) = (ours.quantile(quantile), theirs.quantile(quantile))
        return Measurement(
            name: "lag of one change at ten a second, \(words)", unit: "ms", ours: our,
            rival: .init(
                name: "MariaDB's replication by GTID", value: their, comparison: "\((our / their).short) times the time"
            ),
            target: .init(words: "at most \(limit.short) ms", isMet: our <= limit),
            note: quantile == 0.5
                ? "\(ours.count) changes each; ours \(ours.quantile(0).short) to \(ours.quantile(1).short) ms, "
                    + "native \(theirs.quantile(0).short) to \(theirs.quantile(1).short) ms" : "")
    }
}
