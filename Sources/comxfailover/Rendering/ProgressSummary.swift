import Ports
import Vocabulary

/// What long work came to: the last numbers of every table, and whether it ended well.
struct ProgressSummary: Sendable, Hashable {
    /// How the stream of reports ended.
    enum Ending: Sendable, Hashable {
        case done
        /// The node gave up, for this reason.
        case failed(String?)
        /// No last report came: the daemon is gone.
        case brokenOff
    }

    private struct Place: Sendable, Hashable {
        let item: ItemName
        let table: TableName?
    }

    private var order: [Place] = []
    private var latest: [Place: ProgressReport] = [:]
    private(set) var ending = Ending.brokenOff
    private var last: ProgressReport?

    /// Some rows were found to differ from the peer's.
    var foundDifferences: Bool { totalDifferent > 0 }

    private var totalDifferent: UInt64 {
        max(latest.values.reduce(0) { $0 + $1.rowsDifferent }, last?.rowsDifferent ?? 0)
    }

    private var totalRepaired: UInt64 {
        max(latest.values.reduce(0) { $0 + $1.rowsRepaired }, last?.rowsRepaired ?? 0)
    }

    mutating func heard(_ report: ProgressReport) {
        switch report.phase {
        case "done": end(.done, with: report)
        case "failed": end(.failed(report.words), with: report)
        default: note(report)
        }
    }

    /// The summary as a table and a sentence.
    func text(on layout: Layout) -> String {
        (table.lines(on: layout) + ["", verdict(layout)]).joined(separator: "\n")
    }

    private mutating func end(_ ending: Ending, with report: ProgressReport) {
        self.ending = ending
        last = report
    }

    private mutating func note(_ report: ProgressReport) {
        let place = Place(item: report.item, table: report.table)
        if latest.updateValue(report, forKey: place) == nil { order.append(place) }
    }

    private var table: TextTable {
        var table = TextTable([
            .init(heading: "ITEM", shrinks: true), .init(heading: "TABLE", shrinks: true),
            .init(heading: "ROWS", right: true), .init(heading: "DIFFERENT", right: true),
            .init(heading: "REPAIRED", right: true),
        ])
        for place in order {
            guard let report = latest[place] else { continue }
            table.add([
                .init(place.item.description), .init(place.table?.description ?? "-"),
                .init(Numbers.grouped(report.rowsDone)),
                .init(Numbers.grouped(report.rowsDifferent), report.rowsDifferent > 0 ? .caution : .plain),
                .init(Numbers.grouped(report.rowsRepaired)),
            ])
        }
        return table
    }

    private func verdict(_ layout: Layout) -> String {
        switch ending {
        case .failed(let words): layout.paint("Given up: \((words ?? "the daemon's log says why").printable)", .bad)
        case .brokenOff: layout.paint("Broken off: the daemon ended the work without a result.", .bad)
        case .done where totalRepaired > 0:
            layout.paint("\(Numbers.count(totalRepaired, "row", "rows")) repaired.", .good)
        case .done where foundDifferences:
            layout.paint("\(Numbers.count(totalDifferent, "row differs", "rows differ")) from the peer's.", .caution)
        case .done: layout.paint("No row differs.", .good)
        }
    }
}
