import ArgumentParser

/// The options that set the fields of `rooms`.
struct RoomFields: EntryFields {
    @Option(help: "As people call it.")
    var name: String?

    @Option(help: "guest, suite, meeting or public.")
    var use: String?

    @Option(help: "The storey; basements are negative.")
    var floor: String?

    @Option(help: "yes or no.")
    var inUse: String?

    @Option(help: "The extensions in it; the first is the one that is woken.")
    var extensions: String?

    @Option(help: "For the administrator.")
    var note: String?

    var given: [String: String?] {
        [
            "name": name, "use": use, "floor": floor, "in-use": inUse, "extensions": extensions, "note": note,
        ]
    }
}
