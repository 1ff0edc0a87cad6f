import HotelLogic

/// What people set for their extensions, one extension a line.
struct PersonalTable {
    let entries: [PersonalEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "EXTENSION"), .init(heading: "ALWAYS", shrinks: true), .init(heading: "BUSY", shrinks: true),
            .init(heading: "NO ANSWER", shrinks: true), .init(heading: "UNREACHABLE", shrinks: true, spare: 2),
            .init(heading: "DND"), .init(heading: "PIN", spare: 1),
        ])
        for entry in entries {
            table.add(
                [.init(entry.number)]
                    + [PersonalEntry.Occasion.always, .busy, .noAnswer, .unreachable].map { cell(entry[$0]) }
                    + [
                        .init(entry.doNotDisturb.map { $0 ? "yes" : "no" } ?? "-"), .init(entry.voicemailPIN ?? "-"),
                    ])
        }
        return table.lines(on: layout)
    }

    /// Where calls go; one that is off keeps its number in parentheses.
    private func cell(_ forwarding: PersonalEntry.Forwarding?) -> TextTable.Cell {
        guard let forwarding else { return .init("-") }
        return forwarding.isOn ? .init(forwarding.target) : .init("(\(forwarding.target))", .faint)
    }
}
