import HotelLogic

/// The rooms, one a line.
struct RoomsTable {
    let entries: [RoomEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "ROOM"),
            .init(heading: "NAME", shrinks: true),
            .init(heading: "USE", spare: 1),
            .init(heading: "FLOOR", right: true, spare: 2),
            .init(heading: "EXTENSIONS", shrinks: true),
            .init(heading: "STATE"),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: RoomEntry) -> [TextTable.Cell] {
        [
            .init(entry.room),
            .init(entry.name ?? "-"),
            .init(entry.use.rawValue),
            .init(entry.floor.map(String.init) ?? "-"),
            .init(entry.extensions.isEmpty ? "-" : entry.extensions.joined(separator: ", ")),
            .init(entry.isInUse ? "in use" : "not in use", entry.isInUse ? .plain : .faint),
        ]
    }
}
