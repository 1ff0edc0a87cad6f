import HotelLogic

/// This node's trunks, one a line.
struct TrunksTable {
    let entries: [TrunkEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "NAME"),
            .init(heading: "HOST", shrinks: true),
            .init(heading: "PORT", right: true, spare: 3),
            .init(heading: "TRANSPORT", spare: 2),
            .init(heading: "REGISTERS"),
            .init(heading: "USER", shrinks: true),
            .init(heading: "PASSWORD", shrinks: true, spare: 1),
            .init(heading: "CALLS", right: true, spare: 4),
            .init(heading: "STATE"),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: TrunkEntry) -> [TextTable.Cell] {
        [
            .init(entry.name),
            .init(entry.host),
            .init(String(entry.port)),
            .init(entry.transport.rawValue),
            .init(entry.registers ? "yes" : "no"),
            .init(entry.user ?? "-"),
            .init(entry.secret ?? "-"),
            .init(entry.callsMax.map(String.init) ?? "-"),
            .init(entry.isEnabled ? "on" : "off", entry.isEnabled ? .plain : .faint),
        ]
    }
}
