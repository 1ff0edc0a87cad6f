import ArgumentParser
import MariaStore
import Vocabulary

/// What capture costs the programs that write.
struct CaptureCost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Write with and without capture, in turn.")

    @OptionGroup var options: BenchOptions
    @Option(help: "Transactions of one run.") var transactions = 24_000
    @Option(help: "Runs of each, taken in turn; the median counts.") var runs = 5

    func run() async throws {
        try await options.report("comxfailover-bench capture") { bench in
            try await Self.measure(bench, transactions: transactions, runs: runs)
        }
    }

    static func measure(_ bench: Bench, transactions: Int, runs: Int) async throws -> [Measurement] {
        try await ServerPair.with(bench, hasRival: false) { servers in
            let pair = try await CopiedPair(servers)
            let plain = CallTable(schema: "bench_plain")
            let captured = CallTable(schema: "bench_captured")
            try await servers.writer.run(plain.createSchema, plain.createTable)
            try await pair.add(captured, as: ItemName(literal: "bench"))
            let trial = Trial(bench: bench, endpoint: pair.program, plain: plain, captured: captured, runs: runs)
            let single = try await trial.inTurn("inserts") { table, run in
                let start = UInt64(run * transactions)
                let writers = CallWriters(endpoint: pair.program, table: table)
                return Double(transactions) / (try await writers.write(transactions, .inserts, from: start))
            }
            let updates = try await trial.inTurn("updates") { table, run in
                let start = UInt64(run * transactions)
                let writers = CallWriters(endpoint: pair.program, table: table)
                return Double(transactions) / (try await writers.write(transactions, .updates, from: start))
            }
            let bulkInserts = try await trial.inTurn("bulk inserts") { table, run in
                try await trial.bulk(table.fill(transactions, from: 1_000_000_000 + run * transactions), on: servers)
            }
            let bulkUpdates = try await trial.inTurn("bulk updates") { table, run in
                try await trial.bulk(
                    "UPDATE \(table.quoted) SET seconds = seconds + 1 WHERE id BETWEEN 1000000000 AND 1100000000",
                    on: servers)
            }
            return [
                single.measurement("capture: 8 writers, durable single-row inserts", isJudged: true),
                updates.measurement("capture: 8 writers, durable single-row updates"),
                bulkInserts.measurement("capture: one INSERT of \(Double(transactions).short) rows"),
                bulkUpdates.measurement("capture: one UPDATE of many rows"),
            ]
        }
    }

    /// The same work on a table without capture and on one with it.
    struct Trial: Sendable {
        let bench: Bench
        let endpoint: MariaEndpoint
        let plain: CallTable
        let captured: CallTable
        let runs: Int

        /// Transactions or rows a second, run by run, in turn, after one run of each that does not count.
        func inTurn(_ words: String, _ rate: (CallTable, Int) async throws -> Double) async throws -> Outcome {
            var outcome = Outcome()
            for run in 0...runs {
                // Whoever comes second finds the caches warm and the log full: so both take the first turn.
                let tables = run.isMultiple(of: 2) ? [plain, captured] : [captured, plain]
                var rates: [String: Double] = [:]
                for table in tables { rates[table.schema] = try await rate(table, run) }
                guard run > 0, let without = rates[plain.schema], let with = rates[captured.schema] else { continue }
                outcome.without.append(without)
                outcome.with.append(with)
                bench.tell("capture, \(words), run \(run): \(without.short)/s without, \(with.short)/s with")
            }
            return outcome
        }

        /// Rows a second of one statement.
        func bulk(_ statement: String, on servers: ServerPair) async throws -> Double {
            let clock = ContinuousClock()
            let began = clock.now
            let rows = try await servers.writer.use { try $0.execute(statement).affectedRows }
            return Double(rows) / began.duration(to: clock.now).seconds
        }
    }

    /// Rates without and with capture, run by run.
    struct Outcome: Sendable {
        var without: [Double] = []
        var with: [Double] = []

        func measurement(_ name: String, isJudged: Bool = false) -> Measurement {
            let costs = zip(without, with).map { (1 - $1 / $0) * 100 }
            return Measurement(
                name: name, unit: "rows/s", ours: with.median,
                rival: .init(
                    name: "without capture", value: without.median, comparison: "costs \(costs.median.short) %"),
                target: isJudged
                    ? .init(words: "costs at most 25 %, aim 15 %", isMet: costs.median <= 25) : nil,
                note: "cost of each run: \(costs.map { "\($0.short) %" }.joined(separator: ", "))")
        }
    }
}

extension CallTable {
    fileprivate func fill(_ rows: Int, from start: Int) -> String {
        "INSERT INTO \(quoted) SELECT \(start) + seq, 1000 + seq % 300, CONCAT('0049301234', seq), NOW(6), seq % 600, "
            + "1.25, 'trunk-1', 'a note of some length about this call' FROM `\(schema)`.seq_1_to_\(rows)"
    }
}
