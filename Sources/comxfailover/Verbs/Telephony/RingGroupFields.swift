import ArgumentParser

/// The options that set the fields of `ring-groups`.
struct RingGroupFields: EntryFields {
    @Option(help: "Shown on the phones that ring.")
    var name: String?

    @Option(help: "together or in-turn.")
    var strategy: String?

    @Option(help: "Its extensions, commas between.")
    var members: String?

    @Option(help: "The extension or group for calls that nobody answers.")
    var overflow: String?

    @Option(help: "yes or no.")
    var enabled: String?

    @Option(help: "For the administrator.")
    var note: String?

    @Option(help: "How long it rings; in turn, each member.")
    var ringSeconds: String?

    var given: [String: String?] {
        [
            "name": name, "strategy": strategy, "members": members, "overflow": overflow, "enabled": enabled,
            "note": note, "ring-seconds": ringSeconds,
        ]
    }
}
