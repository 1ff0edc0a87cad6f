import Vocabulary

extension LabNetwork {
    /// The port of OpenVPN.
    static let tunnelPort = 1194
    /// The ports that a server of the lab uses for speech; the hotel's router passes them on to the Secondary.
    package static let speechPorts = 20_000...20_999

    /// What the hotel's router does: it hides the hotel behind one address, lets calls in to the Secondary alone, and
    /// has an empty place for what a fault cuts.
    var routerRules: String {
        let secondary = addresses.fromPhones(.secondary)
        let speech = "\(Self.speechPorts.lowerBound)-\(Self.speechPorts.upperBound)"
        return """
            table ip hotel {
                chain cut {
                }
                chain forward {
                    type filter hook forward priority filter; policy accept;
                    jump cut
                    iifname "wan" ct state established,related accept
                    iifname "wan" ct status dnat accept
                    iifname "wan" drop
                }
                chain inward {
                    type nat hook prerouting priority dstnat; policy accept;
                    iifname "wan" udp dport { 5060, \(speech) } dnat to \(secondary)
                    iifname "wan" tcp dport 5060 dnat to \(secondary)
                }
                chain outward {
                    type nat hook postrouting priority srcnat; policy accept;
                    oifname "wan" masquerade
                }
            }

            """
    }

    /// Cuts the way between the two servers, and nothing else: the tunnel, or the cable's share of them alone.
    func cutPeerLink() async throws(LabFailure) {
        switch addresses.topology {
        case .hybrid:
            let rules = ["udp dport", "udp sport"].map { "add rule ip hotel cut \($0) \(Self.tunnelPort) drop\n" }
            try await router.demand(["nft", "-f", "-"], input: "flush chain ip hotel cut\n" + rules.joined())
        case .premise: try await isolateServers(true)
        }
    }

    func healPeerLink() async throws(LabFailure) {
        switch addresses.topology {
        case .hybrid: try await router.demand(["nft", "flush", "chain", "ip", "hotel", "cut"])
        case .premise: try await isolateServers(false)
        }
    }

    /// Pulls the hotel's uplink out at the provider's end.
    func cutUplink() async throws(LabFailure) { try await internet.configure(["link set dev hotel down"]) }

    func healUplink() async throws(LabFailure) { try await internet.configure(["link set dev hotel up"]) }

    /// Ports of a switch that are isolated do not hear each other, and hear all others.
    private func isolateServers(_ isIsolated: Bool) async throws(LabFailure) {
        let state = isIsolated ? "on" : "off"
        try await router.configure(
            [LabPlace.host(.primary), .host(.secondary)].map {
                "link set dev \($0.port) type bridge_slave isolated \(state)"
            })
    }
}
