/// The PINs of voicemail boxes.
enum VoicemailPINRows {
    static func read(_ session: MariaSession) throws -> [String: String] {
        var pins: [String: String] = [:]
        for row in try session.query("SELECT extension, pin FROM comxfailover.personal_voicemail_pin") {
            pins[try row.text("extension")] = try row.text("pin")
        }
        return pins
    }
}
