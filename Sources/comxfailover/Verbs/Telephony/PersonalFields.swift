import ArgumentParser

/// The options that set the fields of `personal-settings`.
struct PersonalFields: EntryFields {
    @Option(help: "Where all calls go: a number, off or on.")
    var forwardAlways: String?

    @Option(help: "Where calls go while it is busy.")
    var forwardBusy: String?

    @Option(help: "Where calls go that nobody answers.")
    var forwardNoAnswer: String?

    @Option(help: "Where calls go while no phone is registered.")
    var forwardUnreachable: String?

    @Option(help: "Of staff: yes or no.")
    var dnd: String?

    @Option(name: .customLong("voicemail-pin"), help: "4 to 16 digits.")
    var voicemailPIN: String?

    var given: [String: String?] {
        [
            "forward-always": forwardAlways, "forward-busy": forwardBusy, "forward-no-answer": forwardNoAnswer,
            "forward-unreachable": forwardUnreachable, "dnd": dnd, "voicemail-pin": voicemailPIN,
        ]
    }
}
