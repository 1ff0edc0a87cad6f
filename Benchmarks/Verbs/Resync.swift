import ArgumentParser
import MariaStore
import Vocabulary

/// A bulk resync of a whole table into an empty one, beside a dump that is loaded.
struct Resync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy a whole table to a receiver that has nothing of it.")

    @OptionGroup var options: BenchOptions
    @Option(help: "Rows of the table.") var rows = 1_000_000

    func run() async throws {
        try await options.report("comxfailover-bench resync") { try await Self.measure($0, rows: rows) }
    }

    static func measure(_ bench: Bench, rows: Int) async throws -> [Measurement] {
        try await ServerPair.with(bench) { servers in
            let pair = try await CopiedPair(servers)
            let table = CallTable(schema: "bench_resync")
            try await servers.writer.run(CopiedPair.unlogged, table.createSchema, table.createTable, table.fill(rows))
            try await servers.receiver.run(table.createSchema, table.createTable)
            let dump = try await dump(table, servers)
            bench.tell("resync: a dump was loaded in \(dump.short) s")
            let clock = ContinuousClock()
            let began = clock.now
            let item = ItemName(literal: "bench")
            try await pair.copy(table, as: item)
            let enrolled = began.duration(to: clock.now).seconds
            bench.tell("resync: \(rows) rows entered the feed in \(enrolled.short) s")
            let settled = try await pair.settledHead()
            let ours = try await ReceiverCopy(pair: pair, item: item).catchUp(to: settled) { applied, seconds in
                bench.tell(
                    "    \(applied * 100 / UInt64(rows)) %: \(applied) rows, "
                        + "\((Double(applied) / seconds).short) rows/s"
                )
            }
            try await pair.requireEqual(table)
            return [measurement(rows, ours: ours, enrolled: enrolled, dump: dump)]
        }
    }

    private static func dump(_ table: CallTable, _ servers: ServerPair) async throws -> Double {
        try await servers.writer.run(
            CopiedPair.unlogged, "CREATE OR REPLACE USER dump@'127.%' IDENTIFIED BY 'dump' REQUIRE SSL",
            "GRANT SELECT, LOCK TABLES ON *.* TO dump@'127.%'")
        try await servers.receiver.run("CREATE DATABASE loaded")
        let clock = ContinuousClock()
        let began = clock.now
        try Shell.run(
            "bash",
            [
                "-c",
                "set -o pipefail; mariadb-dump --single-transaction --host=\(servers.writerHost) "
                    + "--port=\(servers.writerPort) --user=dump --password=dump --ssl --ssl-ca=\(servers.authorities) "
                    + "\(table.schema) call_record "
                    + "| mariadb --defaults-file=\(servers.receiver.server.optionFile) loaded",
            ])
        let took = began.duration(to: clock.now).seconds
        try await servers.receiver.run("DROP DATABASE loaded")
        return took
    }

    private static func measurement(_ rows: Int, ours: Double, enrolled: Double, dump: Double) -> Measurement {
        let (ourRate, dumpRate) = (Double(rows) / ours, Double(rows) / dump)
        return Measurement(
            name: "bulk resync of \(Double(rows).short) rows", unit: "rows/s", ours: ourRate,
            rival: .init(
                name: "mariadb-dump, loaded", value: dumpRate, comparison: "\((ourRate / dumpRate).short) times as fast"
            ),
            note: "ours \(ours.short) s, applied in batches with versions, ledger and progress; entering the feed took "
                + "\(enrolled.short) s once; the dump \(dump.short) s")
    }
}

extension CallTable {
    /// A statement that fills the table.
    func fill(_ rows: Int) -> String {
        "INSERT INTO \(quoted) SELECT seq, 1000 + seq % 300, CONCAT('0049301234', seq), NOW(6), seq % 600, 1.25, "
            + "'trunk-1', 'a note of some length about this call' FROM `\(schema)`.seq_1_to_\(rows)"
    }
}
