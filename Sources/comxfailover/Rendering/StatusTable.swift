import Ports
import Vocabulary

/// The whole node on one sheet: who it is, its peer, who owns what, and how each item's copy stands.
struct StatusTable {
    let report: NodeReport
    /// The moment that relative times count from.
    let now: WallTime
    let layout: Layout

    /// The sheet, one line after the other.
    var text: String { lines.joined(separator: "\n") }

    var lines: [String] {
        header + warnings + [""] + PeerTable(report: report.peer, now: now, layout: layout).lines
            + (report.scopes.isEmpty ? [] : [""] + ownership) + [""] + items
    }

    /// What is copied stands in the database: before that was reached nothing is known of it.
    private var items: [String] {
        guard report.items.isEmpty, report.database != "running" else {
            return ItemsTable(items: report.items, layout: layout).lines
        }
        return [layout.paint("What is copied is known once the database runs.", .faint)]
    }

    private var header: [String] {
        let name = layout.paint(report.mode.description, .strong)
        let life = "version \(report.softwareVersion.printable), up \(Span.since(report.startedAt, now: now))"
        let database = report.database.printable
        let head = Numbers.grouped(report.feedHead.rawValue)
        let settled = Numbers.grouped(report.settledHead.rawValue)
        return [
            "\(name)  \(life)",
            "  database  \(layout.paint(database, Tone(database: report.database)))",
            "  feed      head \(head), settled \(settled)",
        ] + calls + wakeUps
    }

    /// Nothing where the node wakes nobody.
    private var wakeUps: [String] {
        guard let ringing = report.ringing else { return [] }
        let peer = "the \(report.mode.peer)"
        var parts: [String] = []
        switch (ringing.rings, ringing.peerRings == true) {
        case (true, _): parts.append(ringing.isFirst ? "rung here" : "rung here in \(peer)'s stead")
        case (false, true): parts.append("rung by \(peer)" + (ringing.isFirst ? " in this node's stead" : ""))
        case (false, false): parts.append(layout.paint("rung by nobody now", .caution))
        }
        switch ringing.ability {
        case "full": break
        case "unkept": parts.append(layout.paint("this node cannot write down what it does", .caution))
        default: parts.append(layout.paint("this node cannot ring", .caution))
        }
        if ringing.dueCount > 0 { parts.append("\(Numbers.grouped(UInt64(ringing.dueCount))) due") }
        if ringing.unkeptCount > 0 {
            parts.append(layout.paint("\(Numbers.grouped(UInt64(ringing.unkeptCount))) lines not kept yet", .caution))
        }
        return ["  wake-ups  " + parts.joined(separator: ", ")]
    }

    /// Nothing where there is no Asterisk.
    private var calls: [String] {
        guard let calls = report.calls else { return [] }
        var parts = ["\(Numbers.grouped(calls.recordsWritten)) recorded"]
        if let last = calls.lastEndedAt { parts.append("the last ended \(Span.since(last, now: now)) ago") }
        if !calls.isCaughtUp { parts.append(layout.paint("more to be read", .caution)) }
        if calls.linesRefused > 0 {
            parts.append(layout.paint("\(Numbers.grouped(calls.linesRefused)) lines kept aside", .caution))
        }
        return ["  calls     " + parts.joined(separator: ", ")]
    }

    private var warnings: [String] {
        report.warnings.flatMap { words in
            Paragraph.lines(words, lead: "  warning   ", indent: 12, on: layout).map { layout.paint($0, .bad) }
        }
    }

    private var ownership: [String] {
        var table = TextTable(
            [.init(heading: "SCOPE"), .init(heading: "OWNER"), .init(heading: "EPOCH", right: true)])
        for scope in report.scopes {
            let away = scope.owner != scope.scope.home
            table.add([
                .init(scope.scope.rawValue), .init(scope.owner.description, away ? .caution : .plain),
                .init(Numbers.grouped(scope.epoch.rawValue)),
            ])
        }
        return table.lines(on: layout)
    }
}
