import Vocabulary

/// The SIP side: transports, the trunks, and an endpoint for each extension.
struct PJSIPText {
    let plan: TelephonyPlan
    let house: HouseDirectory

    init(_ plan: TelephonyPlan) {
        self.plan = plan
        house = HouseDirectory(plan)
    }

    var texts: [String: String] {
        [
            "pjsip.conf": main, "comxfailover/pjsip-system.conf": system, "comxfailover/pjsip-peer.conf": peer,
            "comxfailover/pjsip-staff.conf": staff, "comxfailover/pjsip-guests.conf": guests,
            "comxfailover/pjsip-gateways.conf": gateways, "comxfailover/pjsip-trunks.conf": trunks,
        ]
    }

    private var main: String {
        var writer = ConfigurationWriter("where SIP begins; your own objects belong into pjsip_local.conf")
        for part in ["system", "peer", "staff", "guests", "gateways", "trunks"] {
            writer.tryInclude("comxfailover/pjsip-\(part).conf")
        }
        writer.tryInclude("pjsip_local.conf")
        return writer.text
    }

    private var system: String {
        var writer = ConfigurationWriter("global settings and transports")
        writer.section("system")
        writer.option("type", "system")
        // Whoever says nothing at all is given up after 6.4 s, Asterisk's least; one timer does not move the other.
        writer.option("timer_t1", 100)
        writer.option("timer_b", 6400)
        writer.section("global")
        writer.option("type", "global")
        writer.option("user_agent", "ComXchange")
        writer.option("endpoint_identifier_order", "auth_username,username,ip")
        writer.option("max_initial_qualify_time", 4)
        writer.option("keep_alive_interval", 30)
        writer.option("ignore_uri_user_options", true)
        for transport in transports { write(transport, &writer) }
        Self.writeMarker(&writer)
        return writer.text
    }

    private var transports: [SIPTransport] { plan.sip.tlsPort == nil ? [.udp, .tcp] : [.udp, .tcp, .tls] }

    private func write(_ transport: SIPTransport, _ writer: inout ConfigurationWriter) {
        let port = transport == .tls ? plan.sip.tlsPort ?? 5061 : plan.sip.port
        writer.section("transport-\(transport.rawValue)")
        writer.option("type", "transport")
        writer.option("protocol", transport.rawValue)
        writer.option("bind", "\(plan.sip.bind?.inURI ?? "0.0.0.0"):\(port)")
        if let address = plan.sip.externalAddress {
            writer.option("external_media_address", address.description)
            writer.option("external_signaling_address", address.description)
            if let port = plan.sip.externalPort { writer.option("external_signaling_port", port) }
            for network in plan.sip.localNetworks { writer.option("local_net", network.description) }
        }
        if transport == .tls {
            if let path = plan.sip.certificatePath { writer.option("cert_file", path) }
            if let path = plan.sip.privateKeyPath { writer.option("priv_key_file", path) }
            writer.option("method", "tlsv1_2")
        }
    }

    /// An AOR that is there only when these very files were loaded.
    static func writeMarker(_ writer: inout ConfigurationWriter) {
        writer.section(LoadExpectation.markerPrefix + RenderedFiles.generationPlace)
        writer.option("type", "aor")
        writer.option("max_contacts", 0)
    }

    private var peer: String {
        var writer = ConfigurationWriter("the trunk between the two nodes")
        if let trunk = plan.peer { Self.write(trunk, plan.sip, transport: "transport-udp", &writer) }
        return writer.text
    }

    /// The trunk to the peer. It is known by the user of its digest alone, so that a phone behind the same address is
    /// never taken for it; and a probe counts only when it was answered well, so that a wrong secret shows.
    static func write(
        _ trunk: PeerTrunk, _ sip: SIPSettings, transport: String?, _ writer: inout ConfigurationWriter
    ) {
        writer.section(PeerTrunk.name)
        writer.option("type", "aor")
        writer.option("contact", "sip:\(trunk.address.inURI):\(trunk.port)")
        writer.option("qualify_frequency", 2)
        writer.option("qualify_timeout", "2.0")
        writer.option("qualify_2xx_only", true)
        writer.option("authenticate_qualify", true)
        writeEnd(PeerTrunk.name, hasDirectMedia: true, trunk, sip, transport, &writer)
        writeEnd(PeerTrunk.relayName, hasDirectMedia: false, trunk, sip, transport, &writer)
    }

    /// An end of the trunk. The calling node chooses one by the user it proves itself as, and the other node has the
    /// same: neither may send a phone to a voice that the phone cannot reach.
    private static func writeEnd(
        _ name: String, hasDirectMedia: Bool, _ trunk: PeerTrunk, _ sip: SIPSettings, _ transport: String?,
        _ writer: inout ConfigurationWriter
    ) {
        writer.section(name)
        writer.option("type", "auth")
        writer.option("auth_type", "userpass")
        writer.option("username", name)
        writer.option("password", trunk.secret.text)
        writer.section(name)
        writer.option("type", "endpoint")
        if let transport { writer.option("transport", transport) }
        writer.option("context", "from-peer")
        writer.option("aors", PeerTrunk.name)
        writer.option("auth", name)
        writer.option("outbound_auth", name)
        writer.option("identify_by", "auth_username")
        writer.option("disallow", "all")
        writer.option("allow", sip.codecs.map(\.rawValue).joined(separator: ","))
        writer.option("direct_media", hasDirectMedia)
        writer.option("timers", false)
        writer.option("trust_id_inbound", true)
        writer.option("trust_id_outbound", true)
        writer.option("send_pai", true)
        writer.option("trust_connected_line", true)
        writer.option("rtp_symmetric", true)
    }
}
