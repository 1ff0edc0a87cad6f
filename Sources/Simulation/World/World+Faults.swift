import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// Something goes wrong; what it is decides the generator.
    func strike() {
        guard isStormy else { return }
        plan(.fault, in: random.milliseconds(storm.faults))
        let victim = node(random.chance(perMille: 500) ? .primary : .secondary)
        if random.chance(perMille: storm.restoresPerMille) { return restore(victim) }
        switch random.below(100) {
        case ..<16: cut([.primary, .secondary])
        case ..<26: cut([victim.mode])
        case ..<40: worsenWeather()
        case ..<50: killDaemon(victim)
        case ..<60: killHost(victim, image: nil)
        case ..<68: killDatabase(victim, image: nil)
        case ..<82: restore(victim)
        case ..<88: setClock(victim)
        case ..<92: victim.store.listReadUntil = now + random.milliseconds(500...4_000)
        default: orderSomething()
        }
    }

    func cut(_ senders: Set<Mode>) {
        network.cut.formUnion(senders)
        network.stamp += 1
        tell("cut: \(senders.map(\.description).sorted().joined(separator: " and ")) is not heard")
        for mode in senders.sorted(by: { $0.number < $1.number }) {
            plan(.mend(.link(from: mode, stamp: network.stamp)), in: random.milliseconds(300...9_000))
        }
        // Operators take over while they cannot see the other side.
        if random.chance(perMille: 350) {
            for node in nodes { takeOver(anyScope(), by: node, isForced: true) }
        }
    }

    private func worsenWeather() {
        network.stamp += 1
        network.weather = SimulatedNetwork.Weather(
            lossPerMille: random.below(300), doublePerMille: random.below(200),
            delay: 1...(5 + random.below(random.chance(perMille: storm.slowPerMille) ? 1_500 : 200)))
        plan(.mend(.weather(stamp: network.stamp)), in: random.milliseconds(1_000...10_000))
    }

    private func setClock(_ node: SimulatedNode) {
        let limit = hasWildClocks ? 120_000_000 : 3_000_000
        node.clockSetAt = now
        node.clockError = random.chance(perMille: 300) ? 0 : Int64(random.below(2 * limit) - limit)
        tell("\(node.mode)'s clock is off by \(node.clockError / 1_000) ms")
    }

    func killDaemon(_ node: SimulatedNode) {
        guard node.isHostUp, node.daemon != nil else { return }
        stopDaemon(node)
        counts.crashes += 1
        tell("\(node.mode)'s daemon is killed")
        plan(.mend(.daemon(node.mode)), in: random.milliseconds(300...5_000))
    }

    private func killHost(_ node: SimulatedNode, image: StoreImage?) {
        guard node.isHostUp else { return }
        stopDaemon(node)
        stopDatabase(node)
        node.isHostUp = false
        node.asterisk.crashed()
        if let image {
            node.store = StoreTwin(image: image)
            node.asterisk.words = []
        }
        counts.crashes += 1
        tell("\(node.mode)'s host dies\(image == nil ? "" : " and comes back from an older image")")
        plan(.mend(.host(node.mode)), in: random.milliseconds(500...8_000))
    }

    func killDatabase(_ node: SimulatedNode, image: StoreImage?) {
        guard node.isHostUp, node.isDatabaseUp else { return }
        stopDatabase(node)
        if let image { node.store = StoreTwin(image: image) }
        counts.crashes += 1
        tell("\(node.mode)'s database dies\(image == nil ? "" : " and comes back from an older image")")
        plan(.mend(.database(node.mode)), in: random.milliseconds(500...5_000))
    }

    /// A node comes back from an image that was put aside earlier: its whole host, or its database alone.
    ///
    /// One node at a time: what only the two rolled-back disks had seen is lost to anybody.
    private func restore(_ node: SimulatedNode) {
        let isCalm = nodes.allSatisfy { $0.store.image.suspectAbove == nil && $0.isHostUp && $0.isDatabaseUp }
        guard isCalm, counts.restores < settings.restoresMax, !node.archives.isEmpty, hasSettled(peer(of: node)) else {
            return
        }
        audit()
        let image = node.archives[random.below(node.archives.count)]
        guard isRecognisable(image, of: node) else { return }
        book.rolledBack(node.store.image, to: image, beside: peer(of: node).store.image)
        counts.restores += 1
        if random.chance(perMille: storm.databaseAlonePerMille) {
            killDatabase(node, image: image)
        } else {
            killHost(node, image: image)
        }
        node.isPutBack = true
        node.archives = [image]
    }

    /// Whether the peer will see that this image is older than what it read, if it read anything that is not in it.
    ///
    /// A transaction that drew its numbers before the image was taken and committed after it leaves no trace above the
    /// image's head; where nothing else was read since, nobody can tell. That takes an image of the last moment.
    private func isRecognisable(_ image: StoreImage, of node: SimulatedNode) -> Bool {
        let peer = peer(of: node).store.image
        if let memory = peer.memory,
            memory.incarnation != image.incarnation || max(memory.head, peer.overlooked) > image.drawnHead
        {
            return true
        }
        let isUnknown = peer.witnessed.members.contains { write in
            book.writes[write].node == node.mode && !image.witnessed.contains(write)
        }
        let isLate = node.store.image.tables.indices.contains { table in
            node.store.image.tables[table].feed.contains { key, entry in
                entry.position <= image.drawnHead && image.tables[table].feed[key]?.position != entry.position
            }
        }
        // What is being read just now leaves its trace only once it is applied.
        let isBeingRead = self.peer(of: node).daemon?.pass?.snapshot != nil
        return !isUnknown && !isLate && !isBeingRead && !isHidden(image, from: peer, node)
    }

    /// Whether the image brings back an entry that was replaced before the peer came to read it: the peer's cursor has
    /// passed its place.
    private func isHidden(_ image: StoreImage, from peer: StoreImage, _ node: SimulatedNode) -> Bool {
        image.tables.indices.contains { table in
            image.tables[table].feed.values.contains { entry in
                entry.stamp.version.node == node.mode && !peer.witnessed.contains(entry.write)
                    && entry.position <= peer.cursors[table].head
            }
        }
    }

    /// Whether a node has been found in agreement since its database last started.
    private func hasSettled(_ node: SimulatedNode) -> Bool { node.store.image.gaps.isEmpty }

    func mend(_ mend: Event.Mend) {
        guard isStormy else { return }
        switch mend {
        case .host(let mode):
            let node = node(mode)
            guard !node.isHostUp else { return }
            node.isHostUp = true
            startDatabase(node)
            startDaemon(node)
            plan(.mend(.asterisk(mode)), in: random.milliseconds(100...4_000))
        case .daemon(let mode):
            if node(mode).isHostUp, node(mode).daemon == nil { startDaemon(node(mode)) }
        case .database(let mode):
            if node(mode).isHostUp, !node(mode).isDatabaseUp { startDatabase(node(mode)) }
        case .link(let mode, let stamp):
            if network.stamp == stamp || !network.cut.isEmpty { network.cut.remove(mode) }
        case .weather(let stamp):
            if network.stamp == stamp { network.weather = network.usual }
        case .asterisk(let mode): if node(mode).isHostUp { node(mode).asterisk.isUp = true }
        case .phones(let room): hotel.unplugged.remove(room)
        }
    }

    /// Puts an image of each disk aside now and then.
    func archive() {
        guard isStormy else { return }
        plan(.archive, in: random.milliseconds(storm.archives))
        for node in nodes where node.isDatabaseUp && node.store.image.suspectAbove == nil {
            if node.archives.count == SimulatedNode.archivesMax { node.archives.removeFirst() }
            node.archives.append(node.store.image)
        }
    }
}
