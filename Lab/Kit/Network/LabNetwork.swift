import Vocabulary

/// The lab's cables, switches and router.
///
/// The public addresses lie on the provider's switch; the hotel's on the router's. Nothing of it touches the network of
/// the machine it runs on.
package struct LabNetwork: Sendable, Hashable {
    /// The word that `ip` has for this; the house does not use it.
    private static let pluggedInto = "mas" + "ter"
    /// The hardware address of either switch, which is also that of the router on it. A switch that is given none takes
    /// the lowest of its cables', hence another one with some cables that are plugged in later; whoever knew the former
    /// one then speaks to nobody for half a minute.
    private static let switchAddress = "02:cf:00:00:00:01"

    package let name: LabName
    package let addresses: LabAddresses

    package init(name: LabName, topology: Topology) {
        self.name = name
        addresses = LabAddresses(topology)
    }

    var internet: NetworkNamespace { name.namespace(.internet) }
    var router: NetworkNamespace { name.namespace(.router) }
    package func host(_ mode: Mode) -> NetworkNamespace { name.namespace(.host(mode)) }

    /// Whether a server stands in the cloud.
    func isInCloud(_ mode: Mode) -> Bool { addresses.topology == .hybrid && mode == .primary }

    /// The switch that a server is plugged into.
    func site(_ mode: Mode) -> NetworkNamespace { isInCloud(mode) ? internet : router }

    // MARK: Laying and taking away

    /// Lays the network with both servers' cables plugged in.
    package func lay() async throws(LabFailure) {
        try await add([.internet, .router] + Mode.allCases.map { .host($0) })
        try await LabCommand.demand(["ip", "-batch", "-"], input: cables.joined(separator: "\n") + "\n")
        try await internet.configure(
            [
                "link set lo up", "link add public address \(Self.switchAddress) type bridge",
                "address add \(LabAddresses.provider)/24 dev public",
                "link set public up",
            ] + plugged(.router, into: "public")
                + Mode.allCases.filter(isInCloud).flatMap { plugged(.host($0), into: "public") })
        try await router.configure(
            [
                "link set lo up", "link add lan address \(Self.switchAddress) type bridge",
                "address add \(LabAddresses.router)/24 dev lan",
                "link set lan up", "address add \(LabAddresses.hotel)/24 dev wan", "link set wan up",
                "route add default via \(LabAddresses.provider)",
            ] + Mode.allCases.filter { !isInCloud($0) }.flatMap { plugged(.host($0), into: "lan") })
        try await router.demand(["sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward && nft -f -"], input: routerRules)
        for mode in Mode.allCases { try await connect(mode) }
    }

    /// Gives a server's end of its cable its address, and what it may have lost while it was pulled.
    func connect(_ mode: Mode) async throws(LabFailure) {
        let (address, gateway) =
            isInCloud(mode)
            ? (LabAddresses.cloud, LabAddresses.provider) : (addresses.fromPhones(mode), LabAddresses.router)
        try await host(mode).configure([
            "link set lo up", "address replace \(address)/24 dev eth0", "link set eth0 up",
            "route replace default via \(gateway)",
        ])
    }

    /// A new namespace on the hotel's network, or in the outside world, with one address.
    package func attach(_ place: LabPlace) async throws(LabFailure) -> NetworkNamespace {
        let there = name.namespace(place)
        let (switchPlace, bridge, address, gateway) =
            switch place {
            case .lan(let number): (router, "lan", "\(LabAddresses.lan).\(number)", LabAddresses.router)
            case .outside(let number): (internet, "public", "203.0.113.\(number)", LabAddresses.provider)
            case .internet, .router, .host: preconditionFailure("\(place) is laid with the network itself")
            }
        try await add([place])
        try await LabCommand.demand([
            "ip", "link", "add", "eth0", "netns", there.name, "type", "veth", "peer", "name", place.port, "netns",
            switchPlace.name,
        ])
        try await switchPlace.configure(plugged(place, into: bridge))
        try await there.configure([
            "link set lo up", "address add \(address)/24 dev eth0", "link set eth0 up",
            "route add default via \(gateway)",
        ])
        return there
    }

    /// Takes away what of it exists, once everything in it has ended.
    package static func remove(_ name: LabName) async throws(LabFailure) {
        for namespace in try await list(name) {
            _ = try await LabCommand.run(["ip", "netns", "delete", namespace.name])
        }
    }

    /// The namespaces that carry a lab's name.
    package static func list(_ name: LabName) async throws(LabFailure) -> [NetworkNamespace] {
        let text = try await LabCommand.demand(["ip", "netns", "list"])
        return text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
            .filter { $0.hasPrefix(name.prefix) }.map { NetworkNamespace(name: String($0)) }
    }

    private func add(_ places: [LabPlace]) async throws(LabFailure) {
        let lines = places.map { "netns add \(name.namespace($0).name)\n" }
        try await LabCommand.demand(["ip", "-batch", "-"], input: lines.joined())
    }

    private var cables: [String] {
        let uplink = "link add wan netns \(router.name) type veth peer name hotel netns \(internet.name)"
        return [uplink]
            + Mode.allCases.map { mode in
                "link add eth0 netns \(host(mode).name) type veth peer name \(LabPlace.host(mode).port)"
                    + " netns \(site(mode).name)"
            }
    }

    private func plugged(_ place: LabPlace, into bridge: String) -> [String] {
        ["link set dev \(place.port) \(Self.pluggedInto) \(bridge)", "link set dev \(place.port) up"]
    }
}
