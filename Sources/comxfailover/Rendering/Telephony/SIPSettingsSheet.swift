import HotelLogic

/// How this node speaks SIP, a line for each field.
struct SIPSettingsSheet {
    let entry: SIPSettingsEntry
    let layout: Layout

    var lines: [String] {
        var table = TextTable([.init(heading: "FIELD"), .init(heading: "VALUE", shrinks: true)])
        for (field, value) in rows { table.add([.init(field), .init(value)]) }
        return table.lines(on: layout)
    }

    private var rows: [(String, String)] {
        [
            ("bind", entry.bind),
            ("port", String(entry.port)),
            ("tls-port", entry.tlsPort.map(String.init) ?? "none"),
            ("external-address", entry.externalAddress ?? "-"),
            ("external-port", entry.externalPort.map(String.init) ?? "-"),
            (
                "local-networks",
                entry.localNetworks.isEmpty ? "private networks" : entry.localNetworks.joined(separator: ", ")
            ),
            (
                "guest-networks",
                entry.guestNetworks.isEmpty ? "everywhere" : entry.guestNetworks.joined(separator: ", ")
            ),
            ("codecs", entry.codecs.joined(separator: ", ")),
            ("rtp-first", String(entry.rtpFirst)),
            ("rtp-last", String(entry.rtpLast)),
            ("expiry-seconds", String(entry.expirySeconds)),
            ("qualify-seconds", String(entry.qualifySeconds)),
            ("direct-media", entry.hasDirectMedia ? "yes" : "no"),
        ]
    }
}
