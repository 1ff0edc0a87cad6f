/// What holds for the whole house: the desk, the way outside, emergency calls, guests' standards.
package struct TelephonySettingsEntry: TelephonyEntry {
    package static let kind = TelephonyKind.telephonySettings
    /// The one key there is.
    package static let onlyKey = "house"

    /// What happens to a call that nobody answers in a room whose voicemail box is closed.
    package enum ClosedBox: String, Sendable, Hashable, Codable, CaseIterable {
        /// It rings on.
        case ringOn = "ring-on"
        /// It goes to the desk.
        case desk
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case desk
        case deskRingSeconds = "desk-ring-seconds"
        case deskCode = "desk-code"
        case accessDigit = "access-digit"
        case emergencyNumbers = "emergency-numbers"
        case emergencyCallerNumber = "emergency-caller-number"
        case emergencyNotify = "emergency-notify"
        case callBackMinutes = "call-back-minutes"
        case voicemailCode = "voicemail-code"
        case featureCodes = "feature-codes"
        case closedBox = "closed-box"
        case guestSecret = "guest-secret"
        case guestRingSeconds = "guest-ring-seconds"
        case guestClass = "guest-class"
        case vacantClass = "vacant-class"
    }

    /// The extensions and groups that answer for the house, all at once.
    package var desk: [String] = []
    package var deskRingSeconds = 60
    /// What phones dial for the desk.
    package var deskCode = "0"
    /// Dialled before numbers outside; nil where they are dialled as they are.
    package var accessDigit: String? = "9"
    /// Numbers that always go out, with and without the access digit.
    package var emergencyNumbers = ["112", "911"]
    /// The site's number, shown to the emergency services.
    package var emergencyCallerNumber: String?
    /// Extensions and groups that are told of an emergency call; none is the desk.
    package var emergencyNotify: [String] = []
    /// For how long a call back to the site's number reaches the room that called for help.
    package var callBackMinutes = 120
    /// What phones dial for their voicemail.
    package var voicemailCode = "*97"
    /// Codes of the house's own, such as `wake-up=*50`; `none` for the code switches the feature off.
    package var featureCodes: [String] = []
    package var closedBox = ClosedBox.desk
    /// The SIP password that guest phones share.
    package var guestSecret: String?
    package var guestRingSeconds = 40
    /// The class of a room that is let, and of one that is not.
    package var guestClass = 2
    package var vacantClass = 1

    package var key: String { Self.onlyKey }

    /// The standard.
    package init() {}

    package init(key: FieldText) throws(FieldFault) {
        guard key.text == Self.onlyKey else { throw key.fault("there is one entry of the telephony settings") }
    }

    package var hidingSecrets: Self {
        var copy = self
        copy.guestSecret = guestSecret.map { _ in FieldText.hiddenSecret }
        return copy
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .desk: desk = try text.distinct(10) { (part) throws(FieldFault) in try part.extensionNumber() }
        case .deskRingSeconds: deskRingSeconds = try text.isEmpty ? 60 : text.number(1...600)
        case .deskCode: deskCode = try text.isEmpty ? "0" : text.dialCode(1...4)
        case .accessDigit:
            accessDigit = try text.isEmpty ? "9" : text.text == "none" ? nil : text.dialCode(1...1)
        case .emergencyNumbers:
            let numbers = try text.distinct(10) { (part) throws(FieldFault) in try part.extensionNumber() }
            guard !numbers.isEmpty else { throw text.fault("name at least one number, such as 112 or 911") }
            emergencyNumbers = numbers
        case .emergencyCallerNumber:
            emergencyCallerNumber = try text.isEmpty ? nil : text.outsideNumber()
        case .emergencyNotify:
            emergencyNotify = try text.distinct(10) { (part) throws(FieldFault) in try part.extensionNumber() }
        case .callBackMinutes: callBackMinutes = try text.isEmpty ? 120 : text.number(1...1_440)
        case .voicemailCode:
            voicemailCode = try text.isEmpty ? "*97" : text.dialCode(2...6)
        case .featureCodes: featureCodes = try Self.featureCodes(text)
        case .closedBox:
            closedBox = try text.isEmpty ? .desk : text.choice(ClosedBox.self)
        case .guestSecret: guestSecret = try text.isEmpty ? nil : text.secret()
        case .guestRingSeconds:
            guestRingSeconds = try text.isEmpty ? 40 : text.number(1...600)
        case .guestClass: guestClass = try text.isEmpty ? 2 : text.number(1...999)
        case .vacantClass: vacantClass = try text.isEmpty ? 1 : text.number(1...999)
        }
    }
}
