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
    /// When the present snapshot of the peer was asked for.
    var lookedAt: Instant?
    /// Whether the database's disk had room at the beginning of the pass.
    var isSpaceLeft = true
    var pace = CopyPace()
    /// The source settled further than windows were read again, and it was too soon to do so.
    var owesSweep = false
    private var captureSeen: [TableName] = []
    /// The life of this node's own feed and how often its database was reached, as of the last pass.
    var ownRun: (life: Incarnation, timesReached: Int)?
    /// Whether what the database remembers of the peer's feed was read.
    var hasRecalled = false
    /// A connection to this node's own database broke: what answers next may be an older image of it.
    var hasLostBooks = false

    var board: NodeBoard { service.board }

    init(service: CopyService) { self.service = service }

    /// Everything that can be copied now.
    mutating func pass() async {
        let moved = takeMoved()
        guard !isHeld(), mayCopy() else { return }
        do {
            try await refreshIfDue()
            guard incarnation != nil else { return }
            try await copyEarly(moved)
            guard incarnation != nil else { return }
            if !hasLostBooks { await carryOutRequests() }
            if !hasLostBooks { try await copyNews() }
            if !hasLostBooks { try await healDriftIfDue() }
            if !hasLostBooks { try await saveCursorsIfDue() }
            board.warn("copy", nil)
        } catch {
            failed(error)
        }
        if hasLostBooks { forgetBooks() }
    }

    /// The tables that the peer's heartbeats named since the pass before.
    private func takeMoved() -> Set<UInt32> {
        board.change { content in
            defer { content.movedAtPeer = [] }
            return content.movedAtPeer
        }
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
        guard pace.isDue(.catalogue, at: now) || capture != captureSeen || !board.read({ $0.retries.isEmpty }) else {
            return
        }
        try await refresh()
        captureSeen = capture
        pace.done(.catalogue, next: now + service.settings.catalogueInterval)
    }

    /// What is known of the items and the peer's tables is read anew in the next pass.
    mutating func refreshSoon() { pace.soon(.catalogue) }

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

    /// The peer could not be read, or this node's own books could not.
    private mutating func failed(_ failure: FeedFailure) {
        switch failure {
        case .viewInvalid:
            // The peer makes its views anew within seconds; what is known of them is read again.
            refreshSoon()
        case .retry:
            board.copyWanted.ring()
        case .unreachable, .refused:
            refreshSoon()
            for name in reading where items[name]?.record.quarantine == nil { stand(name, .waitingForPeer) }
            // It need not be the peer's database that did not answer.
            hasLostBooks = true
        }
        board.warn("copy", "the peer's feed cannot be read: \(failure.words)")
    }
}
