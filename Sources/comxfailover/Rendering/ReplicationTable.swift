import Ports
import Vocabulary

/// How the copy stands: the feed of this node, the peer, and the cursor of every item.
struct ReplicationTable {
    let report: NodeReport
    let layout: Layout

    var text: String { (header + [""] + lines).joined(separator: "\n") }

    private var header: [String] {
        let incarnation = report.incarnation?.description ?? "none yet"
        let peer = report.peer.map { layout.paint($0.state.printable, Tone(state: $0.state)) } ?? "none"
        return [
            "Feed of the \(report.mode)  incarnation \(incarnation)",
            "  head \(Numbers.grouped(report.feedHead.rawValue))"
                + ", settled \(Numbers.grouped(report.settledHead.rawValue)), peer \(peer)",
        ]
    }

    private var lines: [String] {
        guard !report.items.isEmpty else { return ItemsTable(items: [], layout: layout).lines }
        var table = TextTable([
            .init(heading: "ITEM", shrinks: true), .init(heading: "STATE"), .init(heading: "CURSOR", right: true),
            .init(heading: "WAITING", right: true), .init(heading: "APPLIED", right: true, spare: 1),
            .init(heading: "LAG", right: true), .init(heading: "AGE", right: true),
        ])
        for item in report.items {
            table.add([
                .init(item.name.description), .init(item.state, Tone(state: item.state)),
                .init(Numbers.grouped(item.cursor.rawValue)), .init(Numbers.grouped(item.rowsWaiting)),
                .init(Numbers.grouped(item.rowsApplied)), .init(item.lagMilliseconds.map(Numbers.milliseconds) ?? "-"),
                .init(item.ageSeconds.map(Span.words(seconds:)) ?? "-"),
            ])
        }
        let notes = report.items.compactMap { item in item.words.map { "\(item.name): \($0)" } }
        return table.lines(on: layout)
            + notes.flatMap { Paragraph.lines($0, lead: "  -> ", indent: 5, on: layout) }
    }
}
