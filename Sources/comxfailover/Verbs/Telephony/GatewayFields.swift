import ArgumentParser

/// The options that set the fields of `gateways`.
struct GatewayFields: EntryFields {
    @Option(help: "Its IP address.")
    var address: String?

    @Option(help: "Its SIP port; 5060 unless told.")
    var port: String?

    @Option(help: "Where the Primary reaches it, if not there: the site's public address.")
    var primaryAddress: String?

    @Option(help: "The port there that leads to it; its own unless told.")
    var primaryPort: String?

    @Option(help: "Its SIP password; none is known by its address.")
    var secret: String?

    @Option(help: "How many lines it has; 24 unless told.")
    var size: String?

    @Option(help: "Which line leads to which extension: 1=1001,2=1002 or 1-24=1001-1024.")
    var lines: String?

    @Option(help: "Its hardware address, for provisioning.")
    var mac: String?

    @Option(help: "Its model, from which its file's family follows: GXW4224, HT814, MP-118.")
    var model: String?

    @Option(help: "For the administrator.")
    var note: String?

    var given: [String: String?] {
        [
            "address": address, "port": port, "primary-address": primaryAddress, "primary-port": primaryPort,
            "secret": secret, "size": size, "lines": lines, "mac": mac, "model": model, "note": note,
        ]
    }
}
