import HotelLogic

/// The extensions, one a line.
struct ExtensionsTable {
    let entries: [ExtensionEntry]
    let layout: Layout

    var lines: [String] {
        var table = TextTable([
            .init(heading: "NUMBER"),
            .init(heading: "PARTY"),
            .init(heading: "LINE", spare: 2),
            .init(heading: "NAME", shrinks: true),
            .init(heading: "ROOM"),
            .init(heading: "CLASS", right: true, spare: 4),
            .init(heading: "RING", right: true, spare: 5),
            .init(heading: "VOICEMAIL", spare: 3),
            .init(heading: "PASSWORD", shrinks: true, spare: 1),
            .init(heading: "PHONES", right: true, spare: 6),
            .init(heading: "STATE"),
        ])
        for entry in entries { table.add(cells(of: entry)) }
        return table.lines(on: layout)
    }

    private func cells(of entry: ExtensionEntry) -> [TextTable.Cell] {
        [
            .init(entry.number),
            .init(entry.party.rawValue),
            .init(entry.line.rawValue),
            .init(entry.name),
            .init(entry.room ?? "-"),
            .init(entry.classOfService.map(String.init) ?? "-"),
            .init(entry.ringSeconds.map { "\($0) s" } ?? "-"),
            .init(entry.hasVoicemail ? "yes" : "no"),
            .init(entry.secret ?? "-"),
            .init(Numbers.grouped(entry.phones.count)),
            .init(entry.isEnabled ? "on" : "off", entry.isEnabled ? .plain : .faint),
        ]
    }
}
