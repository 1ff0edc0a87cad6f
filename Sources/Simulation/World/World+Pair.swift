import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How often time is told to the pair's logic.
    static let tickEvery: Duration = .milliseconds(125)

    func tick(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run else { return }
        plan(.tick(node.mode, run: run), in: Self.tickEvery)
        let wall = node.wall(at: now)
        var directives = daemon.machine.ownFeedStands(at: ownMark(node), at: now, wall: wall)
        let mark = daemon.memory.map { FeedMark(incarnation: $0.incarnation, head: $0.head) }
        directives += daemon.machine.remembers(mark, at: now, wall: wall)
        directives += daemon.machine.tick(at: now, wall: wall)
        let isDue = daemon.schedule.tick(at: now) == .send
        if isDue { send(from: node) }
        note(directives, at: node)
        stand(node)
        for scope in Scope.allCases { take(.tick, of: scope, at: node) }
        // Whatever is taken up is looked at in the same moment; this finds what lasts.
        if daemon.sequence % 2 == 0 { watchDuties() }
        noteSight()
        noteAbility(of: node)
        keepPromises(node)
        forgetWords(of: node)
    }

    /// Where the own feed stands; nil while the database does not answer.
    private func ownMark(_ node: SimulatedNode) -> FeedMark? {
        guard node.isDatabaseUp, let daemon = node.daemon, daemon.settling != nil else { return nil }
        return FeedMark(
            incarnation: node.store.image.incarnation, head: max(daemon.feedHead, daemon.headThen))
    }

    /// The feed moved: a heartbeat goes out early.
    func feedMoved(_ node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let answer = daemon.schedule.feedMoved(to: max(daemon.feedHead, daemon.settled), at: now)
        if answer == .send { send(from: node) }
    }

    func send(from node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        daemon.sequence += 1
        daemon.machine.sent(daemon.sequence, at: now, wall: node.wall(at: now))
        counts.heartbeats += 1
        var heartbeat = SimulatedHeartbeat(facts: facts(of: node, daemon), sentAt: now)
        if let (stand, pause) = stand(of: daemon) { (heartbeat.stand, heartbeat.pause) = (stand, pause) }
        for delay in network.arrivals(from: node.mode, &random) {
            plan(.datagram(to: node.mode.peer, heartbeat), in: delay)
        }
    }

    private func facts(of node: SimulatedNode, _ daemon: Daemon) -> HeartbeatFacts {
        let isReached = node.isDatabaseUp && daemon.settling != nil
        let isRestored = node.store.image.suspectAbove != nil || daemon.machine.isRestored
        return HeartbeatFacts(
            sender: node.mode, boot: daemon.boot, sequence: daemon.sequence, sentAt: node.wall(at: now),
            nodeIdentity: UInt64(node.mode.number),
            incarnation: isReached ? node.store.image.incarnation : .unknown,
            feedHead: daemon.feedHead, settledHead: daemon.settled, acknowledged: daemon.acknowledged,
            configuration: announced(.configuration, by: node), guest: announced(.guest, by: node),
            echo: daemon.newest.map { .init(boot: $0.boot, sequence: $0.sequence, held: now - $0.at) },
            remembered: daemon.memory.map { FeedMark(incarnation: $0.incarnation, head: $0.head) },
            health: .init(
                databaseUp: isReached, asteriskConfigured: true, asteriskUp: node.asterisk.isUp,
                slow: daemon.machine.isSlow,
                cloneSeen: daemon.machine.seesClone, restored: isReached && isRestored),
            softwareVersion: "simulated", guestsAcknowledged: daemon.guestsAcknowledged)
    }

    /// A heartbeat came: only the newest of a run that proved to be alive counts.
    func arrived(_ heartbeat: SimulatedHeartbeat, at node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let facts = heartbeat.facts
        let proof = daemon.proven[facts.boot]
        let isProof = facts.echo.map { $0.boot == daemon.boot && $0.sequence <= daemon.sequence } ?? false
        if proof == nil, !isProof {
            daemon.newest = (facts.boot, facts.sequence, now)
            return
        }
        guard facts.sequence > proof ?? 0 else { return }
        daemon.proven[facts.boot] = facts.sequence
        daemon.newest = (facts.boot, facts.sequence, now)
        daemon.heardAt = now
        daemon.heardSentAt = max(heartbeat.sentAt, daemon.heardSentAt ?? heartbeat.sentAt)
        let directives = daemon.machine.heard(facts, at: now, wall: node.wall(at: now))
        let reach = max(facts.feedHead, facts.settledHead)
        let hasMoved = reach > daemon.toldHead
        daemon.toldHead = max(daemon.toldHead, reach)
        if hasMoved { wantCopy(node) }
        note(directives, at: node)
        stand(node)
        take(.heard(facts.configuration), of: .configuration, at: node)
        take(.heard(facts.guest), of: .guest, at: node)
        heardStand(heartbeat, at: node)
    }

    private func note(_ directives: [PeerDirective], at node: SimulatedNode) {
        for directive in directives {
            switch directive {
            case .rememberedMismatch(let remembered, _): compare(remembered, at: node)
            case .stateChanged(let from, let to, _):
                tell("\(node.mode) believes its peer \(to.name), was \(from.name)")
                wantCopy(node)
            case .cloneSeen: violate("\(node.mode) takes a restarted peer for a clone")
            case .sameMode: violate("\(node.mode) takes its peer for itself")
            case .pausedLocally, .pathChanged, .peerRestarted, .cloneGone, .seenTwice, .sightChanged: break
            }
        }
    }

    /// The peer remembers another feed than this one: the books say whether that means a restore. A daemon that stood
    /// still may have known less of its feed than its peer.
    private func compare(_ remembered: FeedMark, at node: SimulatedNode) {
        guard node.isDatabaseUp, !has(.restoreNotRecognised) else { return }
        let image = node.store.image
        let check = RestoreCheck.judging(
            remembered: FeedMemory(incarnation: remembered.incarnation, head: remembered.head),
            current: FeedMemory(incarnation: image.incarnation, head: image.drawnHead), superseded: nil,
            formerLives: lives(image), gaps: has(.numberGapsIgnored) ? [] : image.gaps)
        guard case .restored(let peerHead) = check else { return }
        let known = node.daemon?.machine.facts?.acknowledged ?? .start
        beginLife(
            node, above: FeedMemory(incarnation: remembered.incarnation, head: peerHead),
            knownToPeer: image.tables.map { _ in known })
        endPass(node)
    }

    /// The former lives that a comparison may rest on.
    func lives(_ image: StoreImage) -> [Incarnation] {
        has(.oneFormerLifeKnown) ? image.formerLives.suffix(1) : image.formerLives
    }

    /// This node was restored: a new life begins, and everything is taken back from the peer.
    ///
    /// What it follows is the life that the peer remembers, which need not be the one in the image.
    func beginLife(_ node: SimulatedNode, above remembered: FeedMemory, knownToPeer: [FeedPosition]) {
        var image = node.store.image
        let peerHead = remembered.head
        let head = image.drawnHead
        let boundary = has(.suspicionLate) ? head : image.gaps.first?.after ?? head
        image.formerLives += [image.incarnation]
        if remembered.incarnation != image.incarnation { image.formerLives.append(remembered.incarnation) }
        image.incarnation = Incarnation(rawValue: random.next() | 1)
        image.suspectAbove = image.suspectAbove ?? boundary
        image.gaps = []
        image.knownToPeer = knownToPeer
        image.cursors = image.cursors.map { _ in FeedMemory(incarnation: .unknown, head: .start) }
        image.isRebuilding = image.isRebuilding.map { _ in true }
        node.store.image = image
        node.store.skip(to: FeedPosition(rawValue: max(head, peerHead).rawValue + 1_000_000))
        node.isPutBack = false
        counts.newLives += 1
        tell("\(node.mode) was restored: peer knows \(peerHead.rawValue), suspect above \(boundary.rawValue)")
        guard !has(.rebuildForgotten) else { return }
        loadItems(node)
        node.daemon?.isCopyWanted = true
    }
}
