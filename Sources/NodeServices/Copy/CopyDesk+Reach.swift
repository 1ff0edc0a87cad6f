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

    /// Whether the snapshot that is open shows the feed that was read before.
    ///
    /// A peer that was put back to an older image must first hear, from this node's heartbeats, what it lost, and begin
    /// a new life: what it wrote meanwhile, unaware, would otherwise replace what it lost, and nobody would know.
    mutating func isFeedAsRemembered() async throws(FeedFailure) -> Bool {
        guard let memory = board.read({ $0.peerMemory }), memory.incarnation == incarnation, memory.head > .start
        else { return true }
        let seen = try await service.peer.reach()
        reach = seen
        let fits = seen.holds(entryAt: memory.head)
        board.warn(
            "feed",
            fits
                ? nil
                : "the peer's feed is not what was read before; waiting for the peer to notice that it was restored")
        return fits
    }

    /// The settled head as the peer last told it, where its feed can have reached it.
    var settledHead: FeedPosition {
        let told = board.read { $0.peer?.facts?.settledHead ?? .start }
        return reach?.isDrawn(told) ?? true ? told : .start
    }
}
