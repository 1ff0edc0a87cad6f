import HotelLogic

/// The speed dials, one a line.
struct SpeedDialsTable {
    let entries: [SpeedDialEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "CODE"), .init(heading: "LABEL", shrinks: true), .init(heading: "NUMBER"),
            .init(heading: "GUESTS", spare: 2), .init(heading: "IGNORES CLASS", spare: 1),
        ])
        for entry in entries {
            table.add([
                .init(entry.code), .init(entry.label), .init(entry.number), .init(entry.mayGuestsDial ? "yes" : "no"),
                .init(entry.ignoresClass ? "yes" : "no"),
            ])
        }
        return table.lines(on: layout)
    }
}
