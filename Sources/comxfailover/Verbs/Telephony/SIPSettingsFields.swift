import ArgumentParser

/// The options that set the fields of `sip-settings`.
struct SIPSettingsFields: EntryFields {
    @Option(help: "The address to listen on.")
    var bind: String?

    @Option(help: "UDP and TCP; 5060 unless told.")
    var port: String?

    @Option(help: "Of TLS; none unless told.")
    var tlsPort: String?

    @Option(help: "Behind a NAT: where phones outside reach this node.")
    var externalAddress: String?

    @Option(help: "The port there, where it differs.")
    var externalPort: String?

    @Option(help: "Networks that are not behind that NAT.")
    var localNetworks: String?

    @Option(help: "Where guest phones may register from.")
    var guestNetworks: String?

    @Option(help: "In the order of preference.")
    var codecs: String?

    @Option(help: "The lowest port for voice.")
    var rtpFirst: String?

    @Option(help: "The highest port for voice.")
    var rtpLast: String?

    @Option(help: "How long a registration lasts at most.")
    var expirySeconds: String?

    @Option(help: "How often phones are asked for a sign of life; 0 is never.")
    var qualifySeconds: String?

    @Option(help: "yes: voice goes past Asterisk where phones reach each other.")
    var directMedia: String?

    var given: [String: String?] {
        [
            "bind": bind, "port": port, "tls-port": tlsPort, "external-address": externalAddress,
            "external-port": externalPort, "local-networks": localNetworks, "guest-networks": guestNetworks,
            "codecs": codecs, "rtp-first": rtpFirst, "rtp-last": rtpLast, "expiry-seconds": expirySeconds,
            "qualify-seconds": qualifySeconds, "direct-media": directMedia,
        ]
    }
}
