import Ports
import Vocabulary

/// At the end both nodes are compared, by the program itself and by plain SQL.
struct EqualityAct: Act {
    private static let calmMax = Duration.seconds(60)
    /// Five calls stand on a node each; more where they cross the trunk.
    private static let legsMin = 5

    let title = "At the end everything is compared"

    func perform(on stage: Stage, paper: Paper) async throws {
        for mode in Mode.allCases {
            try await stage.report(of: mode, "all items of the \(mode) are current", within: Self.calmMax) { report in
                report.peer?.state == "online" && report.items.allSatisfy { $0.state == "current" }
            }
        }
        let report = try await stage.secondary.compare()
        guard report.phase == "done" else {
            throw DemoFailure.unexpected("the comparison was given up: \(report.words ?? "without a reason")")
        }
        prove(
            Claim(
                "replication compare", differences: Int(report.rowsDifferent),
                among: Int(report.rowsDone), "rows"), stage, paper)
        let here = try await TableSum.all(on: stage.primary)
        let there = try await TableSum.all(on: stage.secondary)
        prove(
            Claim(
                "Count and checksum of every table, by SQL", differences: TableSum.differences(here, there).count,
                among: here.count, "tables"), stage, paper)
        let calls = try await stage.secondary.count(stage.countOfBooks)
        prove(
            Claim("Every call recorded is there once", count: calls, expected: stage.books.count, "records"),
            stage, paper)
        guard stage.network.lab != nil else { return }
        let all = here.first { $0.table == "call_record" }?.rows ?? 0
        let legs = all - stage.books.count
        prove(
            Claim(
                "The calls that were made here have records of their own", measured: "\(legs) legs",
                limit: "≥ \(Self.legsMin)", holds: legs >= Self.legsMin), stage, paper)
    }
}
