import HotelLogic

/// What holds for the whole house, a line for each field.
struct TelephonySettingsSheet {
    let entry: TelephonySettingsEntry
    let layout: Layout

    var lines: [String] {
        var table = TextTable([.init(heading: "FIELD"), .init(heading: "VALUE", shrinks: true)])
        for (field, value) in rows { table.add([.init(field), .init(value)]) }
        return table.lines(on: layout)
    }

    private var rows: [(String, String)] {
        [
            ("desk", entry.desk.isEmpty ? "-" : entry.desk.joined(separator: ", ")),
            ("desk-ring-seconds", String(entry.deskRingSeconds)),
            ("desk-code", entry.deskCode),
            ("access-digit", entry.accessDigit ?? "none"),
            ("emergency-numbers", entry.emergencyNumbers.joined(separator: ", ")),
            ("emergency-caller-number", entry.emergencyCallerNumber ?? "-"),
            (
                "emergency-notify",
                entry.emergencyNotify.isEmpty ? "desk" : entry.emergencyNotify.joined(separator: ", ")
            ),
            ("call-back-minutes", String(entry.callBackMinutes)),
            ("voicemail-code", entry.voicemailCode),
            ("feature-codes", entry.featureCodes.isEmpty ? "standard" : entry.featureCodes.joined(separator: ", ")),
            ("closed-box", entry.closedBox.rawValue),
            ("guest-secret", entry.guestSecret ?? "-"),
            ("guest-ring-seconds", String(entry.guestRingSeconds)),
            ("guest-class", String(entry.guestClass)),
            ("vacant-class", String(entry.vacantClass)),
        ]
    }
}
