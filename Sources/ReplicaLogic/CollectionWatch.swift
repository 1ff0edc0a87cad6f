import Vocabulary

/// Up to where both nodes are done with a tombstone: the peer has read it, and whatever the peer had written until then
/// has been read here.
///
/// *Intuition.* A tombstone tells an older write of the peer that it comes too late. Once the peer knows of the
/// deletion it writes nothing older any more; what it wrote before must have arrived. So a promise of the peer's counts
/// only after its feed was read as far as it reached when the promise came.
package struct CollectionWatch: Sendable, Hashable {
    /// The peer's word: how far it had read here, and how far its own feed reached when it said so.
    private struct Promise: Sendable, Hashable {
        let life: Incarnation
        let acknowledged: FeedPosition
        let peerHead: FeedPosition
    }

    private var promise: Promise?

    package init() {}

    /// What the newest heartbeat tells, held against how far the peer's feed was read.
    ///
    /// - Parameters:
    ///   - acknowledged: how far the peer has read this node's present feed.
    ///   - peer: the life of the peer's feed and how far it reaches.
    ///   - read: how far that life was read here, durably.
    /// - Returns: up to where tombstones may be collected.
    package mutating func heard(acknowledged: FeedPosition, peer: FeedMemory, read: FeedPosition) -> FeedPosition {
        let former = promise?.life == peer.incarnation ? promise : nil
        let isKept = former.map { read >= $0.peerHead } ?? false
        if former == nil || isKept {
            promise = Promise(life: peer.incarnation, acknowledged: acknowledged, peerHead: peer.head)
        }
        return isKept ? former?.acknowledged ?? .start : .start
    }
}
