import Vocabulary

/// The three objects of an extension: who it is, where its phones are, and what they may do.
struct PhoneObjects {
    let number: ExtensionNumber
    let secret: SIPSecret
    let phonesMax: Int
    /// Sound for a line.
    let shownName: String
    let shownNumber: String
    /// Voicemail boxes whose messages light the lamp.
    let boxes: [String]
    let room: RoomNumber?

    /// - Parameter group: whose templates it takes over.
    func write(group: String, _ writer: inout ConfigurationWriter) {
        writer.section(number.description, from: "\(group)-auth")
        writer.option("username", number.description)
        writer.option("password", secret.text)
        writer.section(number.description, from: "\(group)-aor")
        writer.option("max_contacts", max(1, phonesMax))
        writer.section(number.description, from: "\(group)-phone")
        writer.option("auth", number.description)
        writer.option("aors", number.description)
        writer.option("callerid", "\"\(shownName)\" <\(shownNumber)>")
        if !boxes.isEmpty { writer.option("mailboxes", boxes.joined(separator: ",")) }
        writer.option("set_var", "PARTY=\(group)")
        if let room { writer.option("set_var", "PARTY_ROOM=\(room)") }
    }
}
