import Vocabulary

extension PJSIPText {
    /// Gateways in trunk mode: they never register, so their contact is fixed and probed, and the caller is in From.
    var gateways: String { Self.gateways(plan, transport: "transport-udp") }

    static func gateways(_ plan: TelephonyPlan, transport: String?) -> String {
        var writer = ConfigurationWriter("gateways with analog phones")
        for gateway in plan.gateways {
            let name = "gateway-\(gateway.name)"
            if let secret = gateway.secret {
                writer.section(name)
                writer.option("type", "auth")
                writer.option("auth_type", "userpass")
                writer.option("username", name)
                writer.option("password", secret.text)
            }
            writer.section(name)
            writer.option("type", "aor")
            writer.option("contact", "sip:\(gateway.address.inURI):\(gateway.port)")
            writer.option("qualify_frequency", plan.sip.qualifySeconds)
            writer.option("qualify_timeout", "3.0")
            writer.section(name)
            writer.option("type", "endpoint")
            if let transport { writer.option("transport", transport) }
            writer.option("context", "from-gateway")
            writer.option("aors", name)
            if gateway.secret != nil {
                writer.option("auth", name)
                writer.option("outbound_auth", name)
            }
            writer.option("identify_by", gateway.secret == nil ? "ip" : "auth_username")
            writer.option("disallow", "all")
            writer.option("allow", plan.sip.codecs.map(\.rawValue).joined(separator: ","))
            writer.option("direct_media", plan.sip.directMedia.contains(.gateway))
            writer.option("timers", false)
            writer.option("rtp_symmetric", true)
            // One behind a router tells an address at which nobody else reaches it.
            writer.option("force_rport", true)
            writer.option("rewrite_contact", true)
            writer.option("set_var", "PARTY=gateway")
            guard gateway.secret == nil else { continue }
            writer.section(name)
            writer.option("type", "identify")
            writer.option("endpoint", name)
            writer.option("match", gateway.address.description)
        }
        return writer.text
    }

    /// Provider trunks of this node.
    var trunks: String {
        var writer = ConfigurationWriter("trunks of this node to providers")
        for trunk in plan.trunks where trunk.isEnabled { write(trunk, &writer) }
        return writer.text
    }

    private func write(_ trunk: ProviderTrunk, _ writer: inout ConfigurationWriter) {
        let name = "trunk-\(trunk.name)"
        let hasAuth = trunk.user != nil && trunk.secret != nil
        if let user = trunk.user, let secret = trunk.secret {
            writer.section(name)
            writer.option("type", "auth")
            writer.option("auth_type", "userpass")
            writer.option("username", user)
            writer.option("password", secret.text)
        }
        writer.section(name)
        writer.option("type", "aor")
        writer.option("contact", uri(trunk))
        writer.option("qualify_frequency", 30)
        writer.option("qualify_timeout", "3.0")
        writeEndpoint(trunk, name, hasAuth, &writer)
        writeIdentity(trunk, name, &writer)
        guard trunk.registers, let user = trunk.user, hasAuth else { return }
        writer.section(name)
        writer.option("type", "registration")
        writer.option("transport", "transport-\(trunk.transport.rawValue)")
        writer.option("outbound_auth", name)
        writer.option("server_uri", uri(trunk))
        writer.option("client_uri", "sip:\(user)@\(trunk.host.inURI):\(trunk.port)")
        writer.option("contact_user", user)
        writer.option("expiration", 300)
        writer.option("retry_interval", 20)
        writer.option("forbidden_retry_interval", 60)
        writer.option("fatal_retry_interval", 60)
        writer.option("max_retries", 1_000_000)
        writer.option("auth_rejection_permanent", false)
        writer.option("line", true)
        writer.option("endpoint", name)
    }

    private func writeEndpoint(
        _ trunk: ProviderTrunk, _ name: String, _ hasAuth: Bool, _ writer: inout ConfigurationWriter
    ) {
        let codecs = trunk.codecs.isEmpty ? plan.sip.codecs : trunk.codecs
        writer.section(name)
        writer.option("type", "endpoint")
        writer.option("transport", "transport-\(trunk.transport.rawValue)")
        writer.option("context", "from-provider-\(trunk.name)")
        writer.option("aors", name)
        if hasAuth { writer.option("outbound_auth", name) }
        if trunk.user != nil { writer.option("from_domain", trunk.host.description) }
        // Without a number of its own the trunk is known to the provider by its user alone.
        if let user = trunk.user, trunk.callerNumber == nil { writer.option("from_user", user) }
        writer.option("identify_by", "ip")
        writer.option("disallow", "all")
        writer.option("allow", codecs.map(\.rawValue).joined(separator: ","))
        writer.option("direct_media", false)
        writer.option("timers", false)
        writer.option("rtp_symmetric", true)
        writer.option("force_rport", true)
        writer.option("send_pai", true)
        writer.option("trust_id_outbound", true)
        // Who answers a call from outside is the house's own affair; a provider was also asked to renegotiate for it.
        writer.option("send_connected_line", false)
        writer.option("allow_subscribe", false)
    }

    /// Calls come from the provider's address; a name is looked up when Asterisk reads the file, so that a provider
    /// known by a name alone needs its networks listed, or a registration whose line tells.
    private func writeIdentity(_ trunk: ProviderTrunk, _ name: String, _ writer: inout ConfigurationWriter) {
        var matches = trunk.networks.map(\.description)
        if let own = try? NetworkRange(trunk.host.description) { matches.insert(own.description, at: 0) }
        guard !matches.isEmpty else { return }
        writer.section(name)
        writer.option("type", "identify")
        writer.option("endpoint", name)
        for match in matches { writer.option("match", match) }
    }

    private func uri(_ trunk: ProviderTrunk) -> String {
        let suffix = trunk.transport == .udp ? "" : ";transport=\(trunk.transport.rawValue)"
        return "sip:\(trunk.host.inURI):\(trunk.port)\(suffix)"
    }
}
