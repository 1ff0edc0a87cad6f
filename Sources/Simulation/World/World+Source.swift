import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How often the feed is looked at while it is unsettled.
    static let lookEvery: Duration = .milliseconds(20)
    /// The slow bells.
    static let pollEvery: Duration = .seconds(1)
    /// How often tombstones are collected.
    static let collectEvery: Duration = .seconds(5)
    /// How old a tombstone must be before it is collected.
    static let tombstoneAge: Duration = .seconds(8)
    /// The connection of the canaries.
    static let canaryConnection = 200

    /// The daemon notices a commit.
    func noticeCommit(_ node: SimulatedNode) {
        guard let daemon = node.daemon, !daemon.isLooking else { return }
        node.daemon?.isLooking = true
        plan(.look(node.mode, run: daemon.run), in: .microseconds(300))
    }

    func poll(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run else { return }
        plan(.poll(node.mode, run: run), in: Self.pollEvery)
        guard node.isDatabaseUp else { return }
        noticeCommit(node)
        wantCopy(node)
        if now >= daemon.collectAt { collect(node) }
    }

    func look(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run else { return }
        node.daemon?.isLooking = false
        guard node.isDatabaseUp else { return }
        reachDatabase(node)
        guard var machine = node.daemon?.settling, !daemon.isOpeningCanary else { return again(node) }
        machine.headSeen(node.store.image.head(of: node.mode))
        for directive in machine.tick(at: now) { carryOut(directive, &machine, node) }
        node.daemon?.settling = machine
        publish(node, machine)
        if !machine.isQuiet { again(node) }
    }

    private func again(_ node: SimulatedNode) {
        guard let run = node.daemon?.run else { return }
        node.daemon?.isLooking = true
        plan(.look(node.mode, run: run), in: Self.lookEvery)
    }

    /// Reads what a daemon must know of its database; does nothing where it knows it.
    func reachDatabase(_ node: SimulatedNode) {
        guard node.daemon?.settling == nil else { return }
        let image = node.store.image
        let head = image.drawnHead
        databaseReturned(node)
        node.daemon?.settling = SettledHeadMachine(settled: .start, head: head)
        node.daemon?.timesReached += 1
        node.daemon?.headThen = head
        node.daemon?.memory = has(.memoryForgotten) ? nil : image.memory
        if !has(.headOutlivesDatabase) {
            node.daemon?.feedHead = head
            node.daemon?.settled = .start
            node.daemon?.items = []
            node.daemon?.refreshAt = Instant(nanoseconds: 0)
        }
        readLedger(node)
    }

    private func carryOut(
        _ directive: SettledHeadMachine.Directive, _ machine: inout SettledHeadMachine, _ node: SimulatedNode
    ) {
        var following: [SettledHeadMachine.Directive] = []
        switch directive {
        case .tryQuick:
            following = node.store.isQuiet ? machine.quickSucceeded(drawn: node.store.draw()) : machine.quickRefused()
        case .openCanary:
            node.daemon?.isOpeningCanary = true
            let run = node.daemon?.run ?? 0
            plan(.canary(node.mode, drawn: node.store.draw(), run: run), in: random.milliseconds(1...30))
        case .listTransactions:
            var listed = node.store.listTransactions(at: now)
            if has(.canaryNotAwaited), case .awaitingCanary(_, let canary) = machine.phase { listed.insert(canary) }
            following = machine.listed(listed)
        case .closeCanary:
            node.store.rollBack(Self.canaryConnection)
        case .settled:
            break
        }
        for next in following { carryOut(next, &machine, node) }
    }

    func openCanary(_ node: SimulatedNode, drawn: FeedPosition, run: Int) {
        guard node.daemon?.run == run, node.isDatabaseUp, node.daemon?.settling != nil,
            node.daemon?.isOpeningCanary == true
        else { return }
        canaries += 1
        node.store.begin(Self.canaryConnection, number: canaries)
        node.daemon?.settling?.canaryOpened(drawn: drawn, canary: canaries, at: now)
        node.daemon?.isOpeningCanary = false
    }

    private func publish(_ node: SimulatedNode, _ machine: SettledHeadMachine) {
        guard let daemon = node.daemon else { return }
        let hasMoved = daemon.feedHead < machine.head || daemon.settled < machine.settled
        node.daemon?.feedHead = max(daemon.feedHead, machine.head)
        node.daemon?.settled = max(daemon.settled, machine.settled)
        if hasMoved { feedMoved(node) }
    }

    private func collectable(_ node: SimulatedNode, _ facts: HeartbeatFacts) -> FeedPosition {
        guard let daemon = node.daemon, facts.remembered?.incarnation == node.store.image.incarnation,
            facts.incarnation == daemon.peerLife
        else { return .start }
        let peer = FeedMemory(incarnation: facts.incarnation, head: facts.feedHead)
        let below = node.daemon?.collection.heard(
            acknowledged: facts.acknowledged, peer: peer, read: daemon.acknowledged)
        return has(.collectedBeforeReading) ? facts.acknowledged : below ?? .start
    }

    private func collect(_ node: SimulatedNode) {
        node.daemon?.collectAt = now + Self.collectEvery
        guard !hasWildClocks, let facts = node.daemon?.machine.facts else { return }
        var image = node.store.image
        let below = has(.tombstonesCollectedUnread) ? image.drawnHead : collectable(node, facts)
        let moment = UInt64(max(0, node.wall(at: now).rawValue - Self.tombstoneAge.nanoseconds / 1_000))
        var collected = 0
        for table in image.tables.indices {
            let doomed = image.tables[table].feed.filter { key, entry in
                entry.stamp.isTombstone && !entry.stamp.isDrift && entry.position <= below
                    && entry.stamp.version.clock < moment
                    && node.store.locks[RowKey(table: table, key: key)] == nil
            }
            for (key, entry) in doomed {
                image.tables[table].feed[key] = nil
                image.tables[table].graves[key] = entry.write
                image.tables[table].horizon = max(image.tables[table].horizon, entry.position)
                book.collect(entry.write)
                collected += 1
            }
        }
        guard collected > 0 else { return }
        node.store.image = image
        counts.tombstonesCollected += collected
        tell("\(node.mode) collects \(collected) tombstones up to \(below.rawValue)")
    }
}
