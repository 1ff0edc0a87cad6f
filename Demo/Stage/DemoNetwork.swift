import Foundation
import Glibc
import Vocabulary

/// The way between the two nodes: a cable between two network namespaces, or loopback where those cannot be had.
enum DemoNetwork: Sendable, Hashable {
    /// Two namespaces of these names, joined by a cable that can be pulled. Nothing of it reaches the host's network.
    case namespaces(primary: String, secondary: String)
    /// Addresses of the loopback interface; it cannot be cut without harm to others.
    case loopback

    /// The cable's name at either end.
    private static let cable = "peer0"

    /// Builds the best network that this machine allows, and says why where that is only the second best.
    static func build(for folder: DemoFolder) async -> (network: DemoNetwork, reason: String?) {
        guard geteuid() == 0 else { return (.loopback, "only root may make network namespaces") }
        let network = named(for: folder)
        do {
            try await network.lay()
            return (network, nil)
        } catch {
            await network.remove()
            return (.loopback, error.words)
        }
    }

    /// The namespaces that belong to a folder, whether they exist or not.
    static func named(for folder: DemoFolder) -> DemoNetwork {
        let tag = String(folder.path.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }, radix: 16)
        return .namespaces(primary: "comxfailover-primary-\(tag)", secondary: "comxfailover-secondary-\(tag)")
    }

    func address(_ mode: Mode) -> String {
        switch (self, mode) {
        case (.namespaces, .primary): "192.168.101.2"
        case (.namespaces, .secondary): "192.168.101.3"
        case (.loopback, .primary): "127.11.0.1"
        case (.loopback, .secondary): "127.21.0.2"
        }
    }

    /// The port of the nodes' MariaDB.
    var databasePort: UInt16 { self == .loopback ? 33_406 : 3306 }

    func metricsPort(_ mode: Mode) -> UInt16 {
        guard self == .loopback else { return 9464 }
        return mode == .primary ? 19_474 : 29_474
    }

    /// The words to put before a command so that it runs where a node is.
    func prefix(_ mode: Mode) -> [String] {
        guard let name = name(mode) else { return [] }
        return ["ip", "netns", "exec", name]
    }

    /// Pulls the cable out at the Secondary.
    func cut() async throws(DemoFailure) { try await turn("down") }

    /// Puts the cable back.
    func heal() async throws(DemoFailure) { try await turn("up") }

    /// Removes the namespaces that exist, after everything in them has ended.
    func remove() async {
        for mode in Mode.allCases {
            guard let name = name(mode), FileManager.default.fileExists(atPath: "/run/netns/\(name)") else { continue }
            _ = try? await Program.run(["ip", "netns", "delete", name])
        }
    }

    private func name(_ mode: Mode) -> String? {
        guard case .namespaces(let primary, let secondary) = self else { return nil }
        return mode == .primary ? primary : secondary
    }

    private func lay() async throws(DemoFailure) {
        guard let primary = name(.primary), let secondary = name(.secondary) else { return }
        for name in [primary, secondary] { try await Program.demand(["ip", "netns", "add", name]) }
        try await Program.demand(
            ["ip", "-n", primary, "link", "add", Self.cable, "type", "veth"]
                + ["peer", "name", Self.cable, "netns", secondary])
        for (mode, name) in [(Mode.primary, primary), (.secondary, secondary)] {
            try await Program.demand(["ip", "-n", name, "address", "add", address(mode) + "/24", "dev", Self.cable])
            try await Program.demand(["ip", "-n", name, "link", "set", "lo", "up"])
            try await Program.demand(["ip", "-n", name, "link", "set", Self.cable, "up"])
            try await Program.demand(["ip", "netns", "exec", name, "true"])
        }
    }

    private func turn(_ state: String) async throws(DemoFailure) {
        guard let name = name(.secondary) else { throw .unexpected("loopback cannot be cut") }
        try await Program.demand(["ip", "-n", name, "link", "set", Self.cable, state])
    }
}
