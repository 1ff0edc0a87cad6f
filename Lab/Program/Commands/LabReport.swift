import LabKit
import Ports
import Vocabulary

/// What runs where, for a person.
struct LabReport {
    let lab: Lab

    var text: String {
        get async throws {
            var lines = ["Topology \(lab.options.topology.rawValue), namespaces:"]
            lines += try await LabNetwork.list(lab.name).map { "  \($0.name)" }
            for host in lab.hosts { lines += await describe(host) }
            return lines.joined(separator: "\n")
        }
    }

    private func describe(_ host: LabHost) async -> [String] {
        let mode = host.mode
        guard host.isOn else { return ["\(mode): without power"] }
        let trunk = await host.asterisk.command("pjsip show aor \(LabPlan.trunk)")
        let state = ["Avail", "Unavail"].first { trunk.contains(" \($0) ") } ?? "unknown"
        return [
            "\(mode): \(lab.addresses.fromPhones(mode)) for phones, \(lab.addresses.peerLink(mode)) for its peer",
            "  Asterisk: \(words(host.asterisk.process)); trunk to the peer: \(state)",
            "  daemon: \(words(host.node.daemon)); MariaDB: \(words(host.node.databaseServer))",
            "  peer: \(await host.node.status()?.peer?.state ?? "nobody answers")",
            "  settings: \(host.node.settingsFile)",
        ]
    }

    private func words(_ process: LabProcess?) -> String {
        guard let process else { return "does not run" }
        return "process \(process.pid)" + (process.isFrozen ? ", frozen" : "")
    }
}
