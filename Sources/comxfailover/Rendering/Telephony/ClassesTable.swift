import HotelLogic

/// The classes of service, one a line.
struct ClassesTable {
    let entries: [ClassEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "CODE", right: true), .init(heading: "NAME", shrinks: true),
            .init(heading: "MAY CALL", shrinks: true), .init(heading: "LONGEST CALL", right: true, spare: 1),
        ])
        for entry in entries {
            let allowed = entry.permissions.map(\.rawValue).joined(separator: ", ")
            table.add([
                .init(entry.key), .init(entry.name), .init(allowed.isEmpty ? "none" : allowed),
                .init(entry.callMinutesMax.map { "\($0) min" } ?? "-"),
            ])
        }
        return table.lines(on: layout)
    }
}
