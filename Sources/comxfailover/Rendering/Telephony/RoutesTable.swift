import HotelLogic

/// This node's routes in the order in which they are tried.
struct RoutesTable {
    let entries: [RouteEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "DIRECTION"),
            .init(heading: "POSITION", right: true),
            .init(heading: "NAME"),
            .init(heading: "NUMBERS", shrinks: true),
            .init(heading: "BY", shrinks: true),
            .init(heading: "TO", shrinks: true),
            .init(heading: "PERMISSION", spare: 1),
            .init(heading: "STATE"),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: RouteEntry) -> [TextTable.Cell] {
        [
            .init(entry.direction.rawValue),
            .init(String(entry.position)),
            .init(entry.name),
            .init(entry.numbers.isEmpty ? "any" : entry.numbers.joined(separator: ", ")),
            .init(Self.way(of: entry)),
            .init(Self.target(of: entry)),
            .init(entry.direction == .outbound ? entry.permission.rawValue : "-"),
            .init(entry.isEnabled ? "on" : "off", entry.isEnabled ? .plain : .faint),
        ]
    }

    private static func way(of entry: RouteEntry) -> String {
        switch entry.direction {
        case .inbound: entry.trunk ?? "any"
        case .outbound: entry.trunks.joined(separator: ", ")
        }
    }

    private static func target(of entry: RouteEntry) -> String {
        switch entry.direction {
        case .inbound: entry.destination ?? "desk"
        case .outbound: "outside"
        }
    }
}
