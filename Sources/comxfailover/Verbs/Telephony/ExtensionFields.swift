import ArgumentParser

/// The options that set the fields of `extensions`.
struct ExtensionFields: EntryFields {
    @Option(help: "staff or guest; staff unless told.")
    var party: String?

    @Option(help: "sip, or analog behind a gateway; sip unless told.")
    var line: String?

    @Option(help: "Shown on phones inside.")
    var name: String?

    @Option(help: "Of staff, for the directory.")
    var department: String?

    @Option(name: .customLong("class"), help: "The code of its class of service.")
    var classOfService: String?

    @Option(help: "How long it rings.")
    var ringSeconds: String?

    @Option(help: "Shown outside.")
    var callerNumber: String?

    @Option(help: "Of staff, shown to the emergency services.")
    var emergencyNumber: String?

    @Option(help: "The SIP password; drawn for staff where none is given, shared by guests.")
    var secret: String?

    @Option(help: "yes or no.")
    var voicemail: String?

    @Option(help: "yes or no.")
    var enabled: String?

    @Option(help: "Of guests: the room it is in; made where it is not there.")
    var room: String?

    @Option(help: "Its phones for provisioning: MAC=MODEL@PLACE, commas between.")
    var phones: String?

    @Option(help: "For the administrator.")
    var note: String?

    var given: [String: String?] {
        [
            "party": party, "line": line, "name": name, "department": department, "class": classOfService,
            "ring-seconds": ringSeconds, "caller-number": callerNumber, "emergency-number": emergencyNumber,
            "secret": secret, "voicemail": voicemail, "enabled": enabled, "room": room, "phones": phones,
            "note": note,
        ]
    }
}
