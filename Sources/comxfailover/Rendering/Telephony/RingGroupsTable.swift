import HotelLogic

/// The ring groups, one a line.
struct RingGroupsTable {
    let entries: [RingGroupEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "NUMBER"),
            .init(heading: "NAME", shrinks: true),
            .init(heading: "STRATEGY"),
            .init(heading: "RING", right: true, spare: 1),
            .init(heading: "MEMBERS", shrinks: true),
            .init(heading: "OVERFLOW"),
            .init(heading: "STATE"),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: RingGroupEntry) -> [TextTable.Cell] {
        [
            .init(entry.number),
            .init(entry.name),
            .init(entry.strategy.rawValue),
            .init("\(entry.ringSeconds) s"),
            .init(entry.members.joined(separator: ", ")),
            .init(entry.overflow ?? "desk"),
            .init(entry.isEnabled ? "on" : "off", entry.isEnabled ? .plain : .faint),
        ]
    }
}
