/// An extension of the staff or of guests, its settings and its phones.
package struct ExtensionEntry: TelephonyEntry {
    package static let kind = TelephonyKind.extensions
    /// The most phones of one extension.
    package static let phonesMax = 10

    /// Whose extension it is.
    package enum Party: String, Sendable, Hashable, Codable, CaseIterable {
        case staff
        case guest
    }

    /// What is at its end.
    package enum Line: String, Sendable, Hashable, Codable, CaseIterable {
        /// SIP phones that register.
        case sip
        /// An analog phone behind a gateway.
        case analog
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case party, line, name, department
        case classOfService = "class"
        case ringSeconds = "ring-seconds"
        case callerNumber = "caller-number"
        case emergencyNumber = "emergency-number"
        case secret, voicemail, enabled, room, phones, note
    }

    package var number: String
    package var party = Party.staff
    package var line = Line.sip
    /// Shown on phones that it calls inside; for a guest's while nobody stays there.
    package var name: String
    package var department: String?
    /// The code of its class of service; nil is the standard of its party.
    package var classOfService: Int?
    /// How long it rings; nil is the standard of its party.
    package var ringSeconds: Int?
    /// Shown outside; nil is the trunk's own.
    package var callerNumber: String?
    /// Shown to the emergency services; nil is the site's.
    package var emergencyNumber: String?
    /// The SIP password of its phones; nil is the one that guest phones share.
    package var secret: String?
    package var hasVoicemail = false
    package var isEnabled = true
    /// The room it is in. Kept with the room; see `RoomEntry.extensions`.
    package var room: String?
    package var phones: [PhoneEntry] = []
    package var note: String?

    package var key: String { number }

    /// An entry whose number is known to be sound.
    package init(number: String) {
        self.number = number
        name = number
    }

    package init(key: FieldText) throws(FieldFault) {
        number = try key.extensionNumber()
        name = number
    }

    package var hidingSecrets: Self {
        var copy = self
        copy.secret = secret.map { _ in FieldText.hiddenSecret }
        return copy
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .party:
            let former = party
            party = try text.isEmpty ? .staff : text.choice(Party.self)
            // Guests have voicemail unless it is said otherwise; the party is set before it.
            if party != former { hasVoicemail = party == .guest }
        case .line: line = try text.isEmpty ? .sip : text.choice(Line.self)
        case .name: name = try text.isEmpty ? number : text.words(80)
        case .department: department = try text.isEmpty ? nil : text.words(60)
        case .classOfService:
            classOfService = try text.isEmpty ? nil : text.number(1...999)
        case .ringSeconds: ringSeconds = try text.isEmpty ? nil : text.number(1...600)
        case .callerNumber: callerNumber = try text.isEmpty ? nil : text.outsideNumber()
        case .emergencyNumber:
            emergencyNumber = try text.isEmpty ? nil : text.outsideNumber()
        case .secret: secret = try text.isEmpty ? nil : text.secret()
        case .voicemail:
            hasVoicemail = try text.isEmpty ? (party == .guest) : text.flag()
        case .enabled: isEnabled = try text.isEmpty ? true : text.flag()
        case .room: room = try text.isEmpty ? nil : text.room()
        case .phones: phones = try PhoneEntry.list(text)
        case .note: note = try text.isEmpty ? nil : text.words(250)
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        func refuse(_ isWrong: Bool, _ field: Field, _ words: String) {
            if isWrong { faults.append(FieldFault(field.rawValue, words)) }
        }
        let isStaff = party == .staff
        refuse(isStaff && line == .analog, .line, "analog lines are of guests; a staff extension has SIP phones")
        refuse(isStaff && room != nil, .room, "only extensions of guests are in rooms; say --party guest")
        refuse(!isStaff && department != nil, .department, "only staff extensions have a department")
        refuse(!isStaff && emergencyNumber != nil, .emergencyNumber, "guests call for help with the site's number")
        refuse(line == .analog && !phones.isEmpty, .phones, "an analog extension has no SIP phones; see its gateway")
        refuse(line == .analog && secret != nil, .secret, "an analog extension has no password; its gateway may")
        return faults
    }
}
