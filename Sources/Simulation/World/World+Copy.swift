import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    static let catalogueEvery: Duration = .seconds(5)
    static let sweepEvery: Duration = .milliseconds(50)
    static let saveEvery: Duration = .seconds(1)
    /// Entries read and applied at once: few, so that batches are cut.
    static let batchRows = 5
    /// How long a question to a peer that cannot be reached is waited for.
    static let questionMax: Duration = .seconds(1)

    /// Something may be there to copy.
    func wantCopy(_ node: SimulatedNode) {
        guard let daemon = node.daemon, node.isDatabaseUp else { return }
        guard daemon.pass == nil else {
            node.daemon?.isCopyWanted = true
            return
        }
        guard mayCopy(daemon) else { return }
        reachDatabase(node)
        passes += 1
        var pass = CopyPass(number: passes, peerRun: peer(of: node).databaseRun)
        if now < node.daemon?.refreshAt ?? now { pass.stage = .heal }
        node.daemon?.pass = pass
        node.daemon?.isCopyWanted = false
        plan(.copy(node.mode, pass: pass.number), in: .microseconds(200))
    }

    private func mayCopy(_ daemon: Daemon) -> Bool {
        switch daemon.machine.state.diagnosis {
        case .sameMode, .clonedNode, .secretsDiffer, .versionsTooFarApart: false
        default: true
        }
    }

    /// The next step of a pass.
    func copy(_ node: SimulatedNode, pass number: Int) {
        guard let pass = node.daemon?.pass, pass.number == number else { return }
        guard node.isDatabaseUp else { return endPass(node) }
        switch pass.stage {
        case .refresh: ask(node) { self.refresh(node, $0) }
        case .heal: ask(node) { self.heal(node, $0) }
        case .open: ask(node) { self.open(node, $0) }
        case .read: ask(node) { self.read(node, $0) }
        case .apply(let work): apply(work, at: node)
        case .commit(let work): commit(work, at: node)
        case .finish: finish(node)
        }
    }

    /// Asks the peer's database something; the pass ends where nobody answers.
    private func ask(_ node: SimulatedNode, _ question: (SimulatedNode) -> Void) {
        let other = peer(of: node)
        guard let pass = node.daemon?.pass else { return }
        guard other.isDatabaseUp, other.databaseRun == pass.peerRun, network.cut.isEmpty else { return failPass(node) }
        question(other)
    }

    /// Goes on with the next stage after the time a question to the peer takes.
    func go(_ node: SimulatedNode, to stage: CopyPass.Stage) {
        guard let number = node.daemon?.pass?.number else { return }
        node.daemon?.pass?.stage = stage
        guard let delay = network.roundTrip(&random) else { return failPass(node) }
        plan(.copy(node.mode, pass: number), in: delay)
    }

    /// Goes on with the next stage after some local work.
    func step(_ node: SimulatedNode, to stage: CopyPass.Stage, in delay: Duration) {
        guard let number = node.daemon?.pass?.number else { return }
        node.daemon?.pass?.stage = stage
        plan(.copy(node.mode, pass: number), in: delay)
    }

    func failPass(_ node: SimulatedNode) {
        for item in Catalogue.items.indices where node.daemon?.items.isEmpty == false {
            node.daemon?.items[item].currentAsOf = nil
        }
        node.daemon?.refreshAt = Instant(nanoseconds: 0)
        endPass(node)
    }

    func endPass(_ node: SimulatedNode) {
        node.daemon?.pass = nil
        node.store.rollBack(Self.applierConnection)
        if node.daemon?.isCopyWanted == true { wantCopy(node) }
    }

    /// Reads in which life the peer's feed is.
    private func refresh(_ node: SimulatedNode, _ other: SimulatedNode) {
        let life = other.store.image.incarnation
        guard isTimely(other.store.image, for: node) || has(.everyLifeIsNew) else { return endPass(node) }
        if node.daemon?.peerLife != life || node.daemon?.items.isEmpty == true {
            let former = node.daemon?.memory?.incarnation ?? life
            if former != life, !has(.newLifeReadInPart) {
                // A restored peer may hold writes of this node that this node lost in a restore of its own.
                node.store.image.isRebuilding = node.store.image.isRebuilding.map { _ in true }
            }
            node.daemon?.peerLife = life
            // What was read of another life says nothing of this one.
            node.daemon?.acknowledged = .start
            node.daemon?.guestsAcknowledged = .start
            loadItems(node)
            remember(node, life: life)
        }
        node.daemon?.refreshAt = now + Self.catalogueEvery
        go(node, to: .heal)
    }

    /// Takes up the durable state of every item.
    func loadItems(_ node: SimulatedNode) {
        guard let life = node.daemon?.peerLife else { return }
        let image = node.store.image
        let source = has(.foreignHeadRemembered) ? nil : node.mode.peer
        node.daemon?.items = Catalogue.items.indices.map {
            ItemDesk(item: $0, image: image, life: life, source: source)
        }
    }

    /// Opens the snapshot and looks whether either of the two was restored before anything is taken from it.
    private func open(_ node: SimulatedNode, _ other: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let snapshot = other.store.image
        let facts = daemon.machine.facts
        node.daemon?.pass?.settled = facts.flatMap { promise(of: $0, in: snapshot) }
        node.daemon?.pass?.isSweep = now >= daemon.sweepAt
        if now >= daemon.sweepAt { node.daemon?.sweepAt = now + Self.sweepEvery }
        node.daemon?.pass?.snapshot = snapshot
        node.daemon?.pass?.openedAt = now
        guard snapshot.incarnation == daemon.peerLife || has(.settledOfFormerLife) else { return failPass(node) }
        guard isSound(node, snapshot), isReadable(snapshot, by: node) else { return endPass(node) }
        restartCursors(node, beyond: snapshot)
        begin(node, takingAll: false)
    }

    /// The settled head as told, where it is one of the snapshot's own course of events.
    private func promise(of facts: HeartbeatFacts, in snapshot: StoreImage) -> FeedPosition? {
        guard !has(.settledOfFormerLife) else { return facts.settledHead }
        guard facts.incarnation == snapshot.incarnation, !isBeyond(facts.settledHead, snapshot) else { return nil }
        return facts.settledHead
    }

    /// Whether a number is one that a feed cannot have drawn.
    private func isBeyond(_ position: FeedPosition, _ image: StoreImage) -> Bool {
        position.rawValue > image.reserved || image.gaps.contains { $0.contains(cursorAt: position) }
    }

    /// A cursor that the peer's feed cannot have reached is one of another course of events, though no entry is
    /// missing: what is new would be taken for read. Reading begins anew, which is harmless.
    private func restartCursors(_ node: SimulatedNode, beyond snapshot: StoreImage) {
        guard !has(.cursorsKept), let items = node.daemon?.items else { return }
        for desk in items {
            for table in desk.tables {
                guard isBeyond(desk.windows[table].cursor, snapshot) else { continue }
                node.daemon?.items[desk.item].windows[table].restart()
            }
        }
    }

    /// Whether the peer remembers nothing that is missing here; a new life begins where it does.
    private func isSound(_ node: SimulatedNode, _ snapshot: StoreImage) -> Bool {
        let image = node.store.image
        guard let memory = snapshot.memory, !has(.restoreNotRecognised), !has(.numberGapsIgnored) else { return true }
        let current = FeedMemory(incarnation: image.incarnation, head: image.drawnHead)
        let check = RestoreCheck.judging(
            remembered: memory, current: current, superseded: nil, formerLives: lives(image), gaps: image.gaps)
        guard case .restored = check else {
            if memory.incarnation == image.incarnation, haveAllLeft(snapshot.cursors, image) {
                node.store.image.gaps = []
                node.isPutBack = false
            }
            return true
        }
        beginLife(node, above: memory, knownToPeer: snapshot.cursors.map(\.head))
        return false
    }

    /// Whether none of the peer's cursors points into a gap of this node's feed. Until it is restarted only the gap
    /// tells the peer that this feed never reached it.
    private func haveAllLeft(_ cursors: [FeedMemory], _ image: StoreImage) -> Bool {
        cursors.allSatisfy { $0.incarnation != image.incarnation || !isBeyond($0.head, image) }
    }

    /// Whether the peer's database is one to read from: not one that is behind what was read before, and not one
    /// that is still taking back what it lost.
    func isReadable(_ snapshot: StoreImage, by node: SimulatedNode) -> Bool {
        guard !has(.restoringNodeRead) else { return true }
        if snapshot.suspectAbove != nil { return node.store.image.suspectAbove != nil }
        return isTimely(snapshot, for: node)
    }

    /// Whether the peer's database is not behind what was read of it before.
    private func isTimely(_ snapshot: StoreImage, for node: SimulatedNode) -> Bool {
        guard let memory = node.daemon?.memory, !has(.restoreNotRecognised), !has(.numberGapsIgnored) else {
            return true
        }
        let check = RestoreCheck.judging(
            remembered: memory, current: FeedMemory(incarnation: snapshot.incarnation, head: snapshot.drawnHead),
            superseded: nil, formerLives: lives(snapshot), gaps: snapshot.gaps)
        return check == .sound
    }

    /// The last step of a pass.
    private func finish(_ node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        if node.store.image.suspectAbove != nil, !daemon.items.contains(where: \.isRebuilding) {
            node.store.image.suspectAbove = nil
            tell("\(node.mode) has taken everything back")
        }
        saveCursorsIfDue(node)
        endPass(node)
    }

    private func saveCursorsIfDue(_ node: SimulatedNode) {
        guard let daemon = node.daemon, now >= daemon.saveAt, let life = daemon.peerLife else { return }
        node.daemon?.saveAt = now + Self.saveEvery
        for item in daemon.items where item.hasUnsavedCursors {
            for table in item.tables { save(item.windows[table].cursor, of: table, life: life, at: node) }
            node.daemon?.items[item.item].hasUnsavedCursors = false
        }
        remember(node, life: life)
        node.daemon?.acknowledged = daemon.items.map(\.cursor).min() ?? .start
        node.daemon?.guestsAcknowledged =
            daemon.items.filter { Catalogue.ofGuests.contains($0.item) }.map(\.cursor).min() ?? .start
    }

    /// Notes durably how far the peer's feed was seen.
    ///
    /// - Parameter fetched: the highest position among rows that were asked for by their keys.
    func remember(_ node: SimulatedNode, life: Incarnation, fetched: FeedPosition = .start) {
        guard let daemon = node.daemon else { return }
        let windows = daemon.items.flatMap { item in item.tables.map { item.windows[$0].highestRow } }
        let highest = windows.reduce(fetched, max)
        let former = daemon.memory
        let head = former?.incarnation == life ? max(highest, former?.head ?? .start) : highest
        let memory = FeedMemory(incarnation: life, head: head)
        node.store.image.memory = memory
        node.daemon?.memory = memory
    }
}
