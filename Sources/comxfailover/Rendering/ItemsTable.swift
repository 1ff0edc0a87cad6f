import Ports
import Vocabulary

/// The items, one a line, and under each what is wrong with it.
struct ItemsTable {
    let items: [ItemReport]
    let layout: Layout

    var text: String { lines.joined(separator: "\n") }

    var lines: [String] {
        guard !items.isEmpty else {
            return ["No items. Add one: comxfailover items add --name NAME --rule RULE --table SCHEMA.TABLE"]
        }
        let table = self.table.lines(on: layout)
        return [table[0]] + zip(items, table.dropFirst()).flatMap { item, line in [line] + words(of: item) }
    }

    private var table: TextTable {
        var table = TextTable([
            .init(heading: "ITEM", shrinks: true), .init(heading: "RULE", spare: 3),
            .init(heading: "TABLES", right: true, spare: 4),
            .init(heading: "STATE"), .init(heading: "WAITING", right: true),
            .init(heading: "APPLIED", right: true, spare: 2),
            .init(heading: "LAG", right: true), .init(heading: "AGE", right: true),
            .init(heading: "CONFLICTS", right: true),
        ])
        for item in items { table.add(cells(of: item)) }
        return table
    }

    private func cells(of item: ItemReport) -> [TextTable.Cell] {
        [
            .init(item.name.description), .init(item.rule.word), .init(Numbers.grouped(item.tables.count)),
            .init(item.state, Tone(state: item.state)),
            .init(Numbers.grouped(item.rowsWaiting), item.rowsWaiting > 0 ? .caution : .plain),
            .init(Numbers.grouped(item.rowsApplied)),
            .init(item.lagMilliseconds.map(Numbers.milliseconds) ?? "-"),
            .init(item.ageSeconds.map(Span.words(seconds:)) ?? "-"),
            .init(Numbers.grouped(item.openConflicts), item.openConflicts > 0 ? .caution : .plain),
        ]
    }

    private func words(of item: ItemReport) -> [String] {
        guard let words = item.words else { return [] }
        return Paragraph.lines(words, lead: "  -> ", indent: 5, on: layout)
    }
}
