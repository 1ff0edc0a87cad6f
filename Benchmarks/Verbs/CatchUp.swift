import ArgumentParser
import MariaStore
import Vocabulary

/// Catch-up of single-row transactions, beside MariaDB's own replication.
struct CatchUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Catch up with single-row transactions written while the receiver was away.")

    @OptionGroup var options: BenchOptions
    @Option(help: "Transactions to catch up with.") var transactions = 100_000
    @Option(help: "Runs of each, taken in turn; the median counts.") var runs = 3

    func run() async throws {
        try await options.report("comxfailover-bench catch-up") { bench in
            try await Self.measure(bench, transactions: transactions, runs: runs)
        }
    }

    static func measure(_ bench: Bench, transactions: Int, runs: Int) async throws -> [Measurement] {
        try await ServerPair.with(bench) { servers in
            let native = NativeReplication(pair: servers)
            try await native.arrange()
            let pair = try await CopiedPair(servers)
            var measurements: [Measurement] = []
            for (work, words) in [(CallWriters.Work.mix, "three inserts to one update"), (.inserts, "inserts only")] {
                var ours: [Double] = []
                var theirs: [Double] = []
                for run in 1...runs {
                    let name = "\(words.prefix(3))_\(run)"
                    theirs.append(
                        try await Self.native(native, CallTable(schema: "native_\(name)"), transactions, work))
                    bench.tell("catch-up, \(words), run \(run): native replication \(theirs[run - 1].short) s")
                    ours.append(
                        try await Self.ours(bench, pair, CallTable(schema: "bench_\(name)"), transactions, work))
                    bench.tell("catch-up, \(words), run \(run): ours \(ours[run - 1].short) s")
                }
                measurements.append(measurement(words, transactions, ours, theirs, isJudged: work == .mix))
            }
            return measurements
        }
    }

    private static func native(
        _ native: NativeReplication, _ table: CallTable, _ count: Int, _ work: CallWriters.Work
    ) async throws -> Double {
        let servers = native.pair
        try await servers.writer.run("SET sql_log_bin = 0", table.createSchema, table.createTable)
        try await servers.receiver.run(table.createSchema, table.createTable)
        try await native.beginHere()
        _ = try await CallWriters(endpoint: servers.writer.administrator, table: table).write(count, work)
        let position = try await native.position()
        let clock = ContinuousClock()
        let began = clock.now
        try await native.catchUp(to: position)
        let took = began.duration(to: clock.now).seconds
        try await native.stop()
        return took
    }

    private static func ours(
        _ bench: Bench, _ pair: CopiedPair, _ table: CallTable, _ count: Int, _ work: CallWriters.Work
    ) async throws -> Double {
        let item = ItemName(literal: "bench")
        try await pair.add(table, as: item)
        _ = try await CallWriters(endpoint: pair.program, table: table).write(count, work)
        let settled = try await pair.settledHead()
        let took = try await ReceiverCopy(pair: pair, item: item).catchUp(to: settled) { rows, seconds in
            bench.tell("    \(rows) rows applied after \(seconds.short) s")
        }
        try await pair.requireEqual(table)
        try await pair.remove(item)
        return took
    }

    private static func measurement(
        _ words: String, _ count: Int, _ ours: [Double], _ theirs: [Double], isJudged: Bool
    ) -> Measurement {
        let ratio = theirs.median / ours.median
        return Measurement(
            name: "catch-up of \(Double(count).short) transactions, \(words)", unit: "s", ours: ours.median,
            rival: .init(
                name: "MariaDB's replication by GTID", value: theirs.median,
                comparison: "\(ratio.short) times as fast"),
            target: isJudged ? .init(words: "at least 3 times as fast", isMet: ratio >= 3) : nil,
            note: "medians of \(ours.count); ours \(ours.map(\.short).joined(separator: ", ")) s "
                + "(\((Double(count) / ours.median).short) transactions/s), "
                + "native \(theirs.map(\.short).joined(separator: ", ")) s")
    }
}
