import Vocabulary

/// Voicemail boxes: of the staff, of guests, and boxes that only light a lamp.
struct VoicemailText {
    /// Of boxes without a PIN: nothing that can be typed on a phone.
    private static let noPIN = "none"

    let plan: TelephonyPlan
    let house: HouseDirectory

    init(_ plan: TelephonyPlan) {
        self.plan = plan
        house = HouseDirectory(plan)
    }

    var texts: [String: String] {
        var writer = ConfigurationWriter("voicemail; your own contexts belong into voicemail_local.conf")
        writer.section("general")
        writer.option("format", "wav")
        writer.option("maxsecs", plan.voicemail.messageSecondsMax)
        writer.option("minsecs", 2)
        writer.option("maxmsg", plan.voicemail.messagesMax)
        writer.option("maxsilence", 10)
        writer.option("tz", "property")
        writer.section("zonemessages")
        writer.option("property", "\(plan.timeZone)|'vm-received' Q 'digits/at' R")
        writer.section("staff")
        for entry in plan.staff where entry.isEnabled && entry.hasVoicemail {
            write(entry.number, entry.voicemailPIN, entry.displayName, &writer)
        }
        writeGuests(&writer)
        writer.tryInclude("voicemail_local.conf")
        return ["voicemail.conf": writer.text]
    }

    private func writeGuests(_ writer: inout ConfigurationWriter) {
        let enabled = plan.guests.filter(\.isEnabled)
        let boxes = Set(enabled.compactMap(house.box)).sorted()
        let pins = Dictionary(plan.guests.map { ($0.number, $0.voicemailPIN) }) { first, _ in first }
        writer.section("guests")
        for box in boxes {
            write(box, pins[box] ?? nil, "Room \(house.rooms[box]?.number.description ?? "\(box)")", &writer)
        }
        let lamps = Set(enabled.map { house.rooms[$0.number]?.extensions.first ?? $0.number }).sorted()
        writer.section("lamp")
        for lamp in lamps { write(lamp, nil, "Lamp", &writer) }
    }

    /// The hyphen before a PIN keeps Asterisk from changing it, and with it this file: PINs are changed at the node.
    private func write(_ number: ExtensionNumber, _ pin: String?, _ name: String, _ writer: inout ConfigurationWriter) {
        let pin = ConfigurationText.word(pin ?? Self.noPIN)
        let name = ConfigurationText.name(name, fallback: number.description)
        writer.entry("\(number)", "-\(pin),\(name),,,tz=property|attach=no")
    }
}
