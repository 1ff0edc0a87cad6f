import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How long a change of ownership waits for open writers.
    static let standDownMax: Duration = .seconds(1)

    /// A heartbeat told of an owner of a higher epoch.
    func noticeOwners(_ facts: HeartbeatFacts, at node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        var isNew = false
        for own in daemon.scopes {
            let theirs = own.scope == .configuration ? facts.configuration : facts.guest
            guard theirs.epoch > own.epoch else { continue }
            if !daemon.adoptions.contains(theirs) { node.daemon?.adoptions.append(theirs) }
            isNew = true
        }
        if isNew { beginAdopting(node) }
    }

    /// An operator makes this node the owner of a scope.
    func takeOver(_ scope: Scope, by node: SimulatedNode) {
        guard let daemon = node.daemon, node.isDatabaseUp, let own = daemon.scopes.first(where: { $0.scope == scope }),
            own.owner != node.mode || random.chance(perMille: 300), node.store.image.suspectAbove == nil
        else { return }
        let next = has(.parityIgnored) ? Epoch(rawValue: own.epoch.rawValue + 1) : own.epoch.next(mintedBy: node.mode)
        node.daemon?.adoptions.append(Ownership(scope: scope, owner: node.mode, epoch: next))
        tell("an operator makes \(node.mode) the owner of \(scope.rawValue) at epoch \(next.rawValue)")
        beginAdopting(node)
    }

    func beginAdopting(_ node: SimulatedNode) {
        guard let daemon = node.daemon, !daemon.isAdopting, node.isDatabaseUp else { return }
        node.daemon?.isAdopting = true
        node.daemon?.adoptionEnds = now + Self.standDownMax
        plan(.adopt(node.mode, run: daemon.run), in: .milliseconds(1))
    }

    func adopt(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run, daemon.isAdopting else { return }
        guard node.isDatabaseUp, let wanted = daemon.adoptions.first else { return endAdopting(node) }
        let role = Catalogue.role(of: wanted.scope)
        guard !node.store.isShared(role) else {
            // Writers are open: nobody new may begin while their end is waited for, up to the limit.
            guard let ends = daemon.adoptionEnds, now < ends else { return endAdopting(node) }
            node.store.exclusiveWaiters.insert(role)
            return plan(.adopt(node.mode, run: run), in: .milliseconds(10))
        }
        store(wanted, at: node, role: role)
        node.daemon?.adoptions.removeFirst()
        node.daemon?.scopes = node.store.image.roles
        endAdopting(node)
        if node.daemon?.adoptions.isEmpty == false { beginAdopting(node) }
    }

    private func endAdopting(_ node: SimulatedNode) {
        node.daemon?.isAdopting = false
        node.store.exclusiveWaiters = []
    }

    /// The exclusive lock was got: the row of ownership changes where the epoch is higher.
    private func store(_ wanted: Ownership, at node: SimulatedNode, role: Int) {
        guard wanted.epoch > node.store.image.roles[role].epoch else { return }
        if wanted.owner == node.mode, wanted.epoch.minter == node.mode || has(.parityIgnored) { mint(wanted, by: node) }
        node.store.image.roles[role] = wanted
        if wanted.owner == node.mode, !has(.driftSurvivesTakeover) { makeOwn(wanted, at: node) }
        tell("\(node.mode) stores \(wanted.owner) as owner of \(wanted.scope.rawValue) at \(wanted.epoch.rawValue)")
        counts.takeovers += 1
    }

    private func mint(_ ownership: Ownership, by node: SimulatedNode) {
        let reign = Ownership(scope: ownership.scope, owner: ownership.scope.home, epoch: ownership.epoch)
        if let other = minted[reign], other != node.mode {
            violate("both nodes minted epoch \(ownership.epoch.rawValue) of \(ownership.scope.rawValue)")
        }
        minted[reign] = node.mode
    }

    /// What was written here without ownership is now what the pair has: it ships as this reign's.
    private func makeOwn(_ ownership: Ownership, at node: SimulatedNode) {
        for table in Catalogue.tables.indices where Catalogue.role(of: table) == Catalogue.role(of: ownership.scope) {
            let drift = node.store.image.tables[table].feed.filter { $0.value.stamp.isDrift }
            for (key, entry) in drift.sorted(by: { $0.key < $1.key }) {
                var entry = entry
                entry.position = node.store.draw()
                entry.stamp = entry.stamp.claimed(
                    since: ownership.epoch, at: UInt64(max(1, node.wall(at: now).rawValue)))
                node.store.image.put(entry, at: RowKey(table: table, key: key))
            }
        }
    }
}
