import PairLogic
import Vocabulary

/// Who acts: what must never be done by two is not, and nobody acts who may not.
extension World {
    /// How long two nodes that have heard of each other may both do what must be done by one.
    static let doubledMax: Duration = .seconds(1)

    private static let exclusive = HotelService.allCases.filter(\.isExclusive)

    func watchDuties() {
        for node in nodes { noteDuties(of: node) }
        for scope in Scope.allCases { watchHolders(of: scope) }
        for service in Self.exclusive { watch(service) }
    }

    private func noteDuties(of node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let view = view(of: node, daemon)
        guard daemon.dutiesView != view else { return }
        daemon.dutiesView = view
        for service in Self.exclusive {
            let line = ServiceChart.line(of: service, in: view)
            guard line.now.includes(node.mode) else {
                daemon.duties[service] = nil
                continue
            }
            guard daemon.duties[service] == nil else { continue }
            daemon.duties[service] = now
            if daemon.machine.presence == .unknown {
                violate("\(node.mode) takes up \(service.rawValue) before it knows whether its peer is there")
            }
        }
    }

    /// Whoever acts for a scope has stored that it may, in a reign of its own.
    private func watchHolders(of scope: Scope) {
        let holders = nodes.compactMap { node -> Ownership? in
            guard let machine = node.daemon?.reign(scope), machine.holder == .node(node.mode),
                let reign = machine.record?.ownership
            else { return nil }
            if let words = reignBook.fault(acting: reign, by: node.mode) { violate(words) }
            if node.isDatabaseUp, node.daemon?.settling != nil {
                let stored = node.store.image.reigns[Catalogue.role(of: scope)]
                if stored.ownership.owner != node.mode || stored.phase != .settled {
                    violate("\(node.mode) acts for \(scope.rawValue), and has stored \(stored)")
                }
            }
            return reign
        }
        if holders.count == 2, holders[0].epoch == holders[1].epoch {
            violate("two owners of \(scope.rawValue) at epoch \(holders[0].epoch.rawValue)")
        }
    }

    private func watch(_ service: HotelService) {
        guard let one = primary.daemon?.duties[service], let other = secondary.daemon?.duties[service],
            haveMet(service, since: max(one, other))
        else {
            doubled[service] = nil
            return
        }
        let since = doubled[service] ?? now
        doubled[service] = since
        if now - since > Self.doubledMax { violate("both nodes perform \(service.rawValue), and know of each other") }
    }

    /// Whether each of the two has heard something that the other said since both have acted.
    private func haveMet(_ service: HotelService, since: Instant) -> Bool {
        nodes.allSatisfy { node in node.daemon?.heardSentAt.map { $0 >= since } ?? false }
    }
}
