import HotelLogic

/// The gateways, one a line.
struct GatewaysTable {
    let entries: [GatewayEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "NAME"),
            .init(heading: "ADDRESS"),
            .init(heading: "PORT", right: true, spare: 2),
            .init(heading: "FROM PRIMARY", shrinks: true, spare: 5),
            .init(heading: "PASSWORD", shrinks: true, spare: 3),
            .init(heading: "SIZE", right: true, spare: 1),
            .init(heading: "DEVICE", shrinks: true, spare: 4),
            .init(heading: "LINES", shrinks: true),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: GatewayEntry) -> [TextTable.Cell] {
        [
            .init(entry.name),
            .init(entry.address),
            .init(String(entry.port)),
            .init(Self.place(fromPrimary: entry)),
            .init(entry.secret ?? "-"),
            .init(String(entry.size)),
            .init([entry.hardwareAddress, entry.model].compactMap(\.self).joined(separator: " ")),
            .init(Self.lines(of: entry)),
        ]
    }

    /// Where the Primary reaches it, if that is another place.
    private static func place(fromPrimary entry: GatewayEntry) -> String {
        guard let address = entry.primaryAddress else { return "-" }
        return (address.contains(":") ? "[\(address)]" : address) + ":\(entry.primaryPort ?? entry.port)"
    }

    /// The lines in stretches: `1-24=1101-1124`.
    private static func lines(of entry: GatewayEntry) -> String {
        var stretches: [(first: GatewayEntry.Line, last: GatewayEntry.Line)] = []
        for line in entry.lines {
            if let stretch = stretches.last, stretch.last.port + 1 == line.port,
                let former = Int(stretch.last.number), Int(line.number) == former + 1,
                stretch.last.number.utf8.count == line.number.utf8.count
            {
                stretches[stretches.count - 1].last = line
            } else {
                stretches.append((line, line))
            }
        }
        let words = stretches.map { first, last in
            first == last
                ? "\(first.port)=\(first.number)" : "\(first.port)-\(last.port)=\(first.number)-\(last.number)"
        }
        return words.isEmpty ? "-" : words.joined(separator: ", ")
    }
}
