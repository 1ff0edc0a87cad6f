import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// Cursors that the peer's feed cannot have reached point into another course of events: no entry of it may be
    /// missing, yet what is new would be taken for read. Reading begins anew there, which is harmless.
    mutating func restartCursorsBeyondReach() {
        guard let reach else { return }
        for (name, item) in items {
            for (table, window) in item.windows where !reach.holds(cursorAt: window.cursor) {
                items[name]?.windows[table]?.restart()
                items[name]?.hasUnsavedCursors = true
                service.logger.notice(
                    "\(table) is read from the start: the peer's feed never reached \(window.cursor.rawValue)")
            }
        }
    }

    /// Whether the peer's snapshot, of which this is the first look, may be read.
    mutating func mayRead(_ opening: SnapshotOpening) async throws(FeedFailure) -> Bool {
        guard opening.incarnation == incarnation else {
            // What is known of the feed is another life's, cursors among it.
            refreshSoon()
            throw .retry(words: "the peer's feed began another life just now")
        }
        reach = opening.reach
        if let trouble = trouble(in: opening.reach) {
            waitForPeer(trouble)
            return false
        }
        return try await isWhole(beside: opening.remembered)
    }

    /// Whether the peer remembers nothing of this node's feed that is missing here. Where it does this node was put
    /// back to an older image; the snapshot tells that before any heartbeat, and nothing is read before it is mended.
    private mutating func isWhole(beside remembered: FeedMemory?) async throws(FeedFailure) -> Bool {
        let known = board.read(\.feed)
        guard let remembered, let life = known.life, life.check(against: remembered, head: known.head) != .sound else {
            return true
        }
        // The feed may have moved since it was last looked at, and the peer have been faster.
        let present = try await service.source.life()
        guard present.check(against: remembered, head: present.memory.head) != .sound else { return true }
        board.change { $0.lostFeed = remembered }
        board.sourceWanted.ring()
        hasLostBooks = true
        return false
    }

    /// Why nothing may be read of a peer's feed; nil where it may.
    ///
    /// While the peer takes back what it lost in a restore its rows are older than what it lost; only a node in the
    /// same state reads them. And where a number that is remembered here was never drawn there, the peer was restored
    /// and hears so from this node's heartbeats; what it wrote since must not be read first, or the memory that tells
    /// it would be gone.
    func trouble(in reach: FeedReach) -> String? {
        if reach.isRestoring, board.read({ $0.feed.life?.suspectAbove == nil }) {
            return "the peer takes back what it lost in a restore; its rows are read when it has"
        }
        guard let memory = board.read({ $0.peerMemory }), memory.incarnation == incarnation, memory.head > .start,
            !reach.holds(entryAt: memory.head)
        else { return nil }
        return Self.peerIsRestored
    }

    /// A peer that began a new life may hold writes of this node that this node lost in a restore of its own: every
    /// item is read anew, whoever wrote its rows.
    func takeEverythingAnew() async throws(FeedFailure) {
        for item in try await service.store.items() {
            var record = try await service.store.copyRecord(of: item.name)
            record.isRebuilding = true
            try await service.store.save(record, of: item.name)
        }
    }

    /// Whether the peer has turned to the present life of this node's feed, so that nothing of a former one is on its
    /// way any more.
    var hasPeerTurned: Bool {
        board.read {
            $0.feed.life != nil && $0.peer?.facts?.remembered?.incarnation == $0.feed.life?.memory.incarnation
        }
    }

    static let peerIsRestored =
        "the peer's feed is not the one that was read before; waiting for the peer to notice that it was restored"

    /// The settled head as the peer last told it, where it is one of the life that is read; nil where it is not known.
    var settledHead: FeedPosition? {
        guard let facts = board.read({ $0.peer?.facts }), facts.incarnation == incarnation,
            reach?.isDrawn(facts.settledHead) ?? true
        else { return nil }
        return facts.settledHead
    }
}
