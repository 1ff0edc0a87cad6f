import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// The peer's feed in one life after another.
extension CopyDesk {
    /// A feed of another life than the remembered one is read only once the peer itself says that it took that one's
    /// place, at whatever restore: until then the peer may have lost what it wrote, and must hear of it from this
    /// node's heartbeats.
    mutating func isExpected(_ life: Incarnation) async throws(FeedFailure) -> Bool {
        guard let memory = board.read({ $0.peerMemory }), memory.incarnation != life else { return true }
        if try await service.peer.formerLives().contains(memory.incarnation) {
            try await takeEverythingAnew()
            // What was read of the former life says nothing of this one.
            board.change { content in
                content.peerMemory = FeedMemory(incarnation: life, head: .start)
                (content.acknowledged, content.guestsAcknowledged) = (.start, .start)
            }
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

    func newLife(_ life: Incarnation) {
        board.record(
            .item, "the peer's feed began a new life: it is read from the start",
            ["incarnation \(life)"], at: service.clock.wallTime(),
            as: EventSort(.restore, .warning, about: "peer"))
    }
}
