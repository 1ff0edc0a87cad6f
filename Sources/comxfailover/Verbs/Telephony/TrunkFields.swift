import ArgumentParser

/// The options that set the fields of `trunks`.
struct TrunkFields: EntryFields {
    @Option(help: "The provider's host, by address or by name.")
    var host: String?

    @Option(help: "Its SIP port; 5060 unless told.")
    var port: String?

    @Option(help: "udp, tcp or tls.")
    var transport: String?

    @Option(help: "yes: this node registers there.")
    var register: String?

    @Option(help: "The user name that the provider gave.")
    var user: String?

    @Option(help: "The password that the provider gave.")
    var secret: String?

    @Option(help: "Networks that calls come from besides the host.")
    var addresses: String?

    @Option(help: "Shown outside for callers without a number.")
    var callerNumber: String?

    @Option(help: "In the order of preference.")
    var codecs: String?

    @Option(help: "The most calls at one time.")
    var callsMax: String?

    @Option(help: "yes: the site's own line, by which emergency calls leave first.")
    var onPremises: String?

    @Option(help: "yes or no.")
    var enabled: String?

    @Option(help: "For the administrator.")
    var note: String?

    var given: [String: String?] {
        [
            "host": host, "port": port, "transport": transport, "register": register, "user": user,
            "secret": secret, "addresses": addresses, "caller-number": callerNumber, "codecs": codecs,
            "calls-max": callsMax, "on-premises": onPremises, "enabled": enabled, "note": note,
        ]
    }
}
