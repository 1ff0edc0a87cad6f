import ArgumentParser

/// The options that set the fields of `speed-dials`.
struct SpeedDialFields: EntryFields {
    @Option(help: "What is called, as a phone inside would dial it.")
    var number: String?

    @Option(help: "As people call it.")
    var label: String?

    @Option(help: "yes: guests may dial it.")
    var guests: String?

    @Option(help: "yes: allowed whatever the phone's class says, on this node's trunks.")
    var ignoresClass: String?

    var given: [String: String?] {
        ["number": number, "label": label, "guests": guests, "ignores-class": ignoresClass]
    }
}
