import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// What this node's own database knows of the copy: read anew whenever it may be another, and kept up to date.
extension CopyDesk {
    /// This node began a new life of its own, or reached its database anew.
    mutating func forgetFormerRun() {
        let (life, timesReached) = board.read { ($0.feed.life?.memory.incarnation, $0.feed.timesReached) }
        guard let life else { return }
        if let former = ownRun, former != (life, timesReached) {
            board.change { ($0.acknowledged, $0.guestsAcknowledged) = (.start, .start) }
            forgetBooks()
        }
        ownRun = (life, timesReached)
    }

    /// Nothing counts that is held in memory: the database may have been put back to an older image meanwhile, and its
    /// books say anew what is to be read, and from where.
    mutating func forgetBooks() {
        for name in items.keys.sorted() { tellArrivals(of: name) }
        items = [:]
        hasRecalled = false
        hasLostBooks = false
        refreshSoon()
    }

    /// What this node remembers of the peer's feed, from the time before.
    mutating func recall() async throws(FeedFailure) {
        guard !hasRecalled else { return }
        let memory = try await service.store.remembered()
        board.change { $0.peerMemory = memory }
        hasRecalled = true
    }

    /// Stores what moved without rows, now and then, and tells the peer how far everything is stored. Cursors that
    /// moved with rows were stored with them: so the first change after a pause is acknowledged at once.
    mutating func saveCursorsIfDue() async throws(FeedFailure) {
        let now = service.clock.now()
        let unsaved = items.filter(\.value.hasUnsavedCursors)
        let isSweepOwed = owesSweep
        board.change { $0.owesCursors = !unsaved.isEmpty || isSweepOwed }
        guard let incarnation else { return }
        if !unsaved.isEmpty {
            guard pace.strikes(.saving, every: service.settings.acknowledgeInterval, at: now) else { return }
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
        board.change { $0.owesCursors = isSweepOwed }
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
        let guests = guestsCursor
        let former = board.read { $0.peerMemory }
        let head = former?.incarnation == incarnation ? max(highest, former?.head ?? .start) : highest
        let memory = FeedMemory(incarnation: incarnation, head: head)
        if memory != former { try await service.store.remember(memory) }
        let hasMoved = board.change { content -> Bool in
            defer {
                content.peerMemory = memory
                (content.acknowledged, content.guestsAcknowledged) = (acknowledged, guests)
            }
            return acknowledged > content.acknowledged || guests > content.guestsAcknowledged
        }
        // Somebody there may wait to know that a change is safe on both.
        if hasMoved { board.standMoved.ring() }
    }

    /// How far everything was read that the peer ships of guests: one item of something else that stands still keeps
    /// nobody in doubt about them.
    private var guestsCursor: FeedPosition {
        theirs.values.filter { GuestItems.written.contains($0.item) }.map { their in
            items[their.item]?.windows[their.table]?.cursor ?? .start
        }.min() ?? .start
    }
}
