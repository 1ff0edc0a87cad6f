/// An extension in a guest room, as Asterisk needs to know it. Which room it is in stands in `Room`.
package struct GuestExtension: Sendable, Hashable {
    /// What is at its end.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// SIP phones that register.
        case sip
        /// An analog phone behind a gateway.
        case analog
    }

    package var number: ExtensionNumber
    package var kind: Kind
    /// Shown on phones that it calls inside while nobody stays in its room.
    package var displayName: String
    /// nil is the one that guest phones share.
    package var secret: SIPSecret?
    /// nil is the guests' default.
    package var ringSeconds: Int?
    /// The code of its class; nil is its room's.
    package var classOfService: Int?
    /// Shown outside; nil is the route's or the trunk's own.
    package var callerNumber: PhoneNumber?
    package var hasVoicemail: Bool
    /// Digits; nil is none set.
    package var voicemailPIN: String?
    /// Whether its phones may register and be called.
    package var isEnabled: Bool
    /// How many phones may be registered at once.
    package var phonesMax: Int

    package init(
        number: ExtensionNumber, kind: Kind = .sip, displayName: String, secret: SIPSecret? = nil,
        ringSeconds: Int? = nil, classOfService: Int? = nil, callerNumber: PhoneNumber? = nil,
        hasVoicemail: Bool = true, voicemailPIN: String? = nil, isEnabled: Bool = true, phonesMax: Int = 4
    ) {
        self.number = number
        self.kind = kind
        self.displayName = displayName
        self.secret = secret
        self.ringSeconds = ringSeconds
        self.classOfService = classOfService
        self.callerNumber = callerNumber
        self.hasVoicemail = hasVoicemail
        self.voicemailPIN = voicemailPIN
        self.isEnabled = isEnabled
        self.phonesMax = phonesMax
    }
}
