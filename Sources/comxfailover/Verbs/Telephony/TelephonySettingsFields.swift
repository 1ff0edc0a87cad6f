import ArgumentParser

/// The options that set the fields of `telephony-settings`.
struct TelephonySettingsFields: EntryFields {
    @Option(help: "The extensions and groups that answer for the house.")
    var desk: String?

    @Option(help: "How long the desk rings.")
    var deskRingSeconds: String?

    @Option(help: "For how long a call back reaches the room that called for help.")
    var callBackMinutes: String?

    @Option(help: "What phones dial for the desk; 0 unless told.")
    var deskCode: String?

    @Option(help: "Dialled before numbers outside, or none; 9 unless told.")
    var accessDigit: String?

    @Option(help: "Numbers that always go out; 112,911 unless told.")
    var emergencyNumbers: String?

    @Option(help: "The site's number, shown to the emergency services.")
    var emergencyCallerNumber: String?

    @Option(help: "Extensions and groups that are told of an emergency call.")
    var emergencyNotify: String?

    @Option(help: "What phones dial for their voicemail.")
    var voicemailCode: String?

    @Option(help: "Codes of features, such as wake-up=*50,message=none; the others keep theirs.")
    var featureCodes: String?

    @Option(help: "An unanswered call to a room whose box is closed: ring-on or desk.")
    var closedBox: String?

    @Option(help: "The SIP password that guest phones share.")
    var guestSecret: String?

    @Option(help: "How long guest phones ring.")
    var guestRingSeconds: String?

    @Option(help: "The class of a room that is let.")
    var guestClass: String?

    @Option(help: "The class of a room that is not.")
    var vacantClass: String?

    var given: [String: String?] {
        [
            "desk": desk, "desk-ring-seconds": deskRingSeconds, "call-back-minutes": callBackMinutes,
            "desk-code": deskCode, "access-digit": accessDigit, "emergency-numbers": emergencyNumbers,
            "emergency-caller-number": emergencyCallerNumber, "emergency-notify": emergencyNotify,
            "voicemail-code": voicemailCode, "feature-codes": featureCodes, "closed-box": closedBox,
            "guest-secret": guestSecret,
            "guest-ring-seconds": guestRingSeconds, "guest-class": guestClass, "vacant-class": vacantClass,
        ]
    }
}
