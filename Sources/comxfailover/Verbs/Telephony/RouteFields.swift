import ArgumentParser

/// The options that set the fields of `routes`.
struct RouteFields: EntryFields {
    @Option(help: "inbound or outbound; outbound unless told.")
    var direction: String?

    @Option(help: "Routes are tried from the lowest on; 100 unless told.")
    var position: String?

    @Option(help: "Numbers or patterns: X any digit, Z 1-9, N 2-9, at the end . or !")
    var numbers: String?

    @Option(help: "Inbound: by which trunk; any unless told.")
    var trunk: String?

    @Option(help: "Inbound: the extension or group; the desk unless told.")
    var destination: String?

    @Option(help: "Outbound: local, national, international, premium or emergency.")
    var permission: String?

    @Option(help: "Outbound: in the order in which they are tried.")
    var trunks: String?

    @Option(help: "Outbound: how many dialled digits are left out.")
    var strip: String?

    @Option(help: "Outbound: what is put before the rest.")
    var prepend: String?

    @Option(help: "Outbound: shown for callers without a number.")
    var callerNumber: String?

    @Option(help: "yes or no.")
    var enabled: String?

    @Option(help: "For the administrator.")
    var note: String?

    var given: [String: String?] {
        [
            "direction": direction, "position": position, "numbers": numbers, "trunk": trunk,
            "destination": destination, "permission": permission, "trunks": trunks, "strip": strip,
            "prepend": prepend, "caller-number": callerNumber, "enabled": enabled, "note": note,
        ]
    }
}
