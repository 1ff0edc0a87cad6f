import Ports

/// Whether a node is well, in one word for scripts and monitoring.
struct HealthVerdict {
    let report: NodeReport

    /// The database runs, nothing is warned of, the peer is online or deliberately absent, and every item that is
    /// switched on is current.
    var isWell: Bool {
        report.database == "running" && report.warnings.isEmpty && peerIsWell && itemsAreCurrent
    }

    /// Every item that is switched on holds all that the peer has.
    var itemsAreCurrent: Bool {
        report.items.filter(\.enabled).allSatisfy { $0.state == "current" }
    }

    private var peerIsWell: Bool {
        guard let peer = report.peer else { return true }
        return ["online", "unconfigured", "disabled"].contains(peer.state)
    }
}
