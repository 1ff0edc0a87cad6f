/// An extension of the staff, as Asterisk needs to know it.
package struct StaffExtension: Sendable, Hashable {
    package var number: ExtensionNumber
    /// Shown on phones that it calls inside.
    package var displayName: String
    package var secret: SIPSecret
    /// The code of its class.
    package var classOfService: Int
    package var ringSeconds: Int
    /// Shown outside; nil is the route's or the trunk's own.
    package var callerNumber: PhoneNumber?
    /// Shown to the emergency services; nil is the site's.
    package var emergencyNumber: PhoneNumber?
    package var hasVoicemail: Bool
    /// Digits; nil is none set, and the box cannot be heard from outside.
    package var voicemailPIN: String?
    /// Whether its phones may register and be called.
    package var isEnabled: Bool
    /// How many phones may be registered at once.
    package var phonesMax: Int

    package init(
        number: ExtensionNumber, displayName: String, secret: SIPSecret, classOfService: Int, ringSeconds: Int = 25,
        callerNumber: PhoneNumber? = nil, emergencyNumber: PhoneNumber? = nil, hasVoicemail: Bool = false,
        voicemailPIN: String? = nil, isEnabled: Bool = true, phonesMax: Int = 4
    ) {
        self.number = number
        self.displayName = displayName
        self.secret = secret
        self.classOfService = classOfService
        self.ringSeconds = ringSeconds
        self.callerNumber = callerNumber
        self.emergencyNumber = emergencyNumber
        self.hasVoicemail = hasVoicemail
        self.voicemailPIN = voicemailPIN
        self.isEnabled = isEnabled
        self.phonesMax = phonesMax
    }
}
