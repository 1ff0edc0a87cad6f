import ArgumentParser
import MariaStore
import Vocabulary

struct Scratch: AsyncParsableCommand {
    func run() async throws {
        let s = try MariaSession(connecting: .socket("/tmp/bench-x/s.sock", user: "comxfailover_apply"))
        let clock = ContinuousClock()
        for table in ["captured", "plain"] {
            for mode in ["bulk", "typed", "prepared", "text"] {
                var best = 1e9
                for _ in 0..<4 {
                    try s.script("BEGIN")
                    let began = clock.now
                    for batch in 0..<10 {
                        let rows = (0..<5000).map { i -> [CellValue] in
                            let id = UInt64(1_000_000_000 + batch * 5000 + i)
                            return [
                                .unsigned(id), .text("\(1000 + id % 300)"), .text("0049301234\(id)"),
                                .text("2026-01-01 10:00:00.123456"), .unsigned(id % 600), .text("1.25"),
                                .text("trunk-1"), .text("a note of some length about this call"),
                            ]
                        }
                        let head =
                            "INSERT INTO h.\(table) (id, caller, dialled, started, seconds, cost, trunk, note) VALUES "
                        switch mode {
                        case "bulk", "typed": try s.executeBulk(head + "(?, ?, ?, ?, ?, ?, ?, ?)", rows: rows)
                        case "prepared":
                            for start in stride(from: 0, to: 5000, by: 500) {
                                let some = rows[start..<start + 500]
                                try s.execute(
                                    head + some.map { _ in "(?, ?, ?, ?, ?, ?, ?, ?)" }.joined(separator: ","),
                                    some.flatMap { $0 })
                            }
                        default:
                            try s.script(
                                head
                                    + rows.map { row in
                                        "(" + row.map { v in "'" + (v.readable ?? "") + "'" }.joined(separator: ",")
                                            + ")"
                                    }.joined(separator: ","))
                        }
                    }
                    best = min(best, began.duration(to: clock.now).seconds)
                    try s.script("ROLLBACK")
                }
                print(table, mode, best / 50_000 * 1e6, "us per row")
            }
        }
    }
}
