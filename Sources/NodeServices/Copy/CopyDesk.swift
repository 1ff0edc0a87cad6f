import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// What the copy service holds between passes, and the course of one pass.
struct CopyDesk {
    let service: CopyService
    var items: [ItemName: ItemCopy] = [:]
    /// The peer's tables by name.
    var theirs: [TableName: FeedTable] = [:]
    var incarnation: Incarnation?
    /// Which positions the peer's feed can have reached, as of the last look at its catalogue.
    var reach: FeedReach?
    /// Whether the peer told, before the present snapshot was opened, how far its feed is settled, and that it reads
    /// the present life of this node's.
    var isRebuildSure = false
    /// Whether the database's disk had room at the beginning of the pass.
    var isSpaceLeft = true
    private var refreshAt = Instant(nanoseconds: 0)
    private var sweepAt = Instant(nanoseconds: 0)
    private var saveAt = Instant(nanoseconds: 0)
    private var healAt = Instant(nanoseconds: 0)
    private var captureSeen: [TableName] = []
    /// The life of this node's own feed and how often its database was reached, as of the last pass.
    private var ownRun: (life: Incarnation, timesReached: Int)?
    /// Whether what the database remembers of the peer's feed was read.
    private var hasRecalled = false
    /// A connection to this node's own database broke: what answers next may be an older image of it.
    var hasLostBooks = false

    var board: NodeBoard { service.board }

    init(service: CopyService) { self.service = service }

    /// Everything that can be copied now.
    mutating func pass() async {
        guard !isHeld(), mayCopy() else { return }
        do {
            try await refreshIfDue()
            guard incarnation != nil else { return }
            await carryOutRequests()
            if !hasLostBooks { try await copyNews() }
            if !hasLostBooks { try await healDriftIfDue() }
            if !hasLostBooks { try await saveCursorsIfDue() }
            board.warn("copy", nil)
        } catch {
            failed(error)
        }
        if hasLostBooks { forgetBooks() }
    }

    /// This node was restored: nothing is copied before its feed has begun a new life.
    private func isHeld() -> Bool {
        let isHeld = board.change { content -> Bool in
            guard content.lostFeed != nil else { return false }
            content.isCopyHeld = true
            return true
        }
        if isHeld { board.sourceWanted.ring() }
        return isHeld
    }

    /// Two nodes of one mode, a clone, or a peer of another pair: nothing of it may be copied.
    private func mayCopy() -> Bool {
        let state = board.read { $0.peer?.state }
        switch state?.diagnosis {
        case .sameMode, .clonedNode, .secretsDiffer, .versionsTooFarApart: return false
        default: break
        }
        return state != .unconfigured && state != .disabled && board.read { $0.isDatabaseUp }
    }

    private mutating func refreshIfDue() async throws(FeedFailure) {
        let now = service.clock.now()
        let capture = board.read { $0.capture.changed }
        forgetFormerRun()
        guard now >= refreshAt || capture != captureSeen || !board.read({ $0.retries.isEmpty }) else { return }
        try await refresh()
        captureSeen = capture
        refreshAt = now + service.settings.catalogueInterval
    }

    /// What is known of the items and the peer's tables is read anew in the next pass.
    mutating func refreshSoon() { refreshAt = Instant(nanoseconds: 0) }

    /// Reads which items there are, what the peer ships, and in which life its feed is.
    mutating func refresh() async throws(FeedFailure) {
        try await recall()
        let life = try await service.peer.incarnation()
        guard try await isExpected(life) else { return }
        let isNewLife = life != incarnation
        if isNewLife, incarnation != nil { newLife(life) }
        incarnation = life
        let seen = try await service.peer.reach()
        if let trouble = trouble(in: seen) { return waitForPeer(trouble) }
        board.warn("life", nil)
        reach = seen
        theirs = Dictionary(try await service.peer.catalogue().map { ($0.table, $0) }) { first, _ in first }
        let retries = board.change { content -> Set<ItemName> in
            defer { content.retries = [] }
            return content.retries
        }
        var kept: [ItemName: ItemCopy] = [:]
        for definition in try await service.store.items() {
            guard definition.isEnabled else {
                stand(definition.name, .off)
                continue
            }
            if let item = items[definition.name], item.definition == definition, !isNewLife,
                !retries.contains(definition.name)
            {
                kept[definition.name] = item
            } else {
                kept[definition.name] = try await begin(
                    definition, life: life, isRetry: retries.contains(definition.name))
            }
        }
        items = kept
        restartCursorsBeyondReach()
        let open = try await service.store.openConflicts()
        let names = Set(kept.keys)
        board.change { content in
            for name in content.standings.keys { content.standings[name]?.openConflicts = open[name] ?? 0 }
            content.standings = content.standings.filter { names.contains($0.key) || $0.value.state == .off }
        }
    }

    private func begin(
        _ definition: ItemDefinition, life: Incarnation, isRetry: Bool
    ) async throws(FeedFailure) -> ItemCopy {
        var record = try await service.store.copyRecord(of: definition.name)
        if isRetry, record.quarantine != nil {
            record.quarantine = nil
            try await service.store.save(record, of: definition.name)
        }
        let cursors = try await service.store.cursors(of: definition.name, incarnation: life)
        if let quarantine = record.quarantine { stand(definition.name, .quarantined(quarantine)) }
        var item = ItemCopy(
            definition: definition, record: record, cursors: cursors, source: board.mode.peer)
        if record.quarantine != nil { item.retryAt = service.clock.now() + service.settings.retryInterval }
        return item
    }

    /// This node began a new life of its own, or reached its database anew.
    private mutating func forgetFormerRun() {
        let (life, timesReached) = board.read { ($0.feed.life?.memory.incarnation, $0.feed.timesReached) }
        guard let life else { return }
        if let former = ownRun, former != (life, timesReached) {
            board.change { $0.acknowledged = .start }
            forgetBooks()
        }
        ownRun = (life, timesReached)
    }

    /// Nothing counts that is held in memory: the database may have been put back to an older image meanwhile, and its
    /// books say anew what is to be read, and from where.
    private mutating func forgetBooks() {
        for name in items.keys.sorted() { tellArrivals(of: name) }
        items = [:]
        hasRecalled = false
        hasLostBooks = false
        refreshSoon()
    }

    /// What this node remembers of the peer's feed, from the time before.
    private mutating func recall() async throws(FeedFailure) {
        guard !hasRecalled else { return }
        let memory = try await service.store.remembered()
        board.change { $0.peerMemory = memory }
        hasRecalled = true
    }

    /// A feed of another life than the remembered one is read only once the peer itself says that it took that one's
    /// place, at whatever restore: until then the peer may have lost what it wrote, and must hear of it from this node's heartbeats.
    private mutating func isExpected(_ life: Incarnation) async throws(FeedFailure) -> Bool {
        guard let memory = board.read({ $0.peerMemory }), memory.incarnation != life else { return true }
        if try await service.peer.formerLives().contains(memory.incarnation) {
            try await takeEverythingAnew()
            board.change { $0.peerMemory = FeedMemory(incarnation: life, head: .start) }
            return true
        }
        waitForPeer(Self.peerIsRestored)
        return false
    }

    /// Nothing is read until the peer's feed is one that this node may read.
    mutating func waitForPeer(_ words: String) {
        refreshSoon()
        for name in reading where items[name]?.record.quarantine == nil { stand(name, .waitingForPeer) }
        for name in items.keys.sorted() { tellArrivals(of: name) }
        incarnation = nil
        items = [:]
        theirs = [:]
        board.warn("life", words)
    }

    private func newLife(_ life: Incarnation) {
        board.record(
            .item, "the peer's feed began a new life: it is read from the start",
            ["incarnation \(life)"], at: service.clock.wallTime())
    }

    /// The windows are read again only now and then; true when that moment has come.
    mutating func isSweepDue() -> Bool {
        let now = service.clock.now()
        guard now >= sweepAt else { return false }
        sweepAt = now + service.settings.sweepInterval
        return true
    }

    /// Drift is looked for now and then; true when that moment has come.
    mutating func isHealingDue() -> Bool {
        let now = service.clock.now()
        guard now >= healAt else { return false }
        healAt = now + service.settings.cursorInterval
        return true
    }

    private mutating func saveCursorsIfDue() async throws(FeedFailure) {
        let now = service.clock.now()
        guard now >= saveAt, let incarnation else { return }
        saveAt = now + service.settings.cursorInterval
        let unsaved = items.filter(\.value.hasUnsavedCursors)
        if !unsaved.isEmpty {
            do {
                try await service.store.save(
                    unsaved.mapValues { $0.windows.mapValues(\.cursor) }, incarnation: incarnation)
                for name in unsaved.keys { items[name]?.hasUnsavedCursors = false }
            } catch {
                // The cursors stay where they are, and nothing beyond them is acknowledged.
                noteStore(error)
                return service.logger.debug("cursors not stored: \(error)")
            }
        }
        try await remember()
    }

    /// This node's own database refused what the pass can do without.
    mutating func noteStore(_ failure: FeedFailure) {
        if case .unreachable = failure { hasLostBooks = true }
    }

    /// Keeps in the database how far the peer's feed was seen, and tells the board what is acknowledged.
    private func remember() async throws(FeedFailure) {
        guard let incarnation else { return }
        let highest = items.values.flatMap { $0.windows.values }.map(\.highestRow).max() ?? .start
        let acknowledged = items.values.map(\.cursor).min() ?? .start
        let former = board.read { $0.peerMemory }
        let head = former?.incarnation == incarnation ? max(highest, former?.head ?? .start) : highest
        let memory = FeedMemory(incarnation: incarnation, head: head)
        if memory != former { try await service.store.remember(memory) }
        board.change {
            $0.peerMemory = memory
            $0.acknowledged = acknowledged
        }
    }

    /// Says on the board how an item stands.
    func stand(_ name: ItemName, _ state: ItemStanding.State) {
        let former = board.change { content -> ItemStanding.State? in
            let former = content.standings[name]?.state
            content.standings[name, default: ItemStanding()].state = state
            return former
        }
        guard former != state else { return }
        switch state {
        case .quarantined, .firstContact, .held, .notShipped:
            let words = state.words(item: name) ?? state.word
            service.logger.warning("item \(name): \(words)")
            board.record(.item, "item \(name) stands still", [words], at: service.clock.wallTime())
        case .current where former == .betweenStates:
            service.logger.info("item \(name) is current")
        case .off, .starting, .waitingForPeer, .current, .betweenStates, .repairing:
            break
        }
    }

    /// The peer could not be read, or this node's own books could not.
    private mutating func failed(_ failure: FeedFailure) {
        switch failure {
        case .viewInvalid:
            // The peer makes its views anew within seconds; what is known of them is read again.
            refreshAt = Instant(nanoseconds: 0)
        case .retry:
            board.copyWanted.ring()
        case .unreachable, .refused:
            refreshAt = Instant(nanoseconds: 0)
            for name in reading where items[name]?.record.quarantine == nil { stand(name, .waitingForPeer) }
            // It need not be the peer's database that did not answer.
            hasLostBooks = true
        }
        board.warn("copy", "the peer's feed cannot be read: \(failure.words)")
    }

    /// The items that wait for the peer: those that were begun, and before the first look all that are switched on.
    private var reading: Set<ItemName> {
        items.isEmpty ? Set(board.read { $0.items.filter(\.isEnabled).map(\.name) }) : Set(items.keys)
    }
}
