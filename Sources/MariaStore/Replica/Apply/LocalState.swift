import ReplicaLogic
import Vocabulary

/// What this node has under an arriving row's key, read and locked at the moment of applying.
struct LocalState {
    var isPresent = false
    /// Whether the row here spells its key otherwise than it arrived.
    var isRespelled = false
    var position: FeedPosition?
    var stamp: RowStamp?
    /// The highest clock of a write of this node's own that a write of the peer's took the place of under that key.
    var ownClock: UInt64 = 0

    /// Counts what stands here among those writes, where it is one of `node`: it may be about to lose its place.
    mutating func noteOwnClock(at node: Mode?) {
        guard let version = stamp?.version, version.node == node else { return }
        ownClock = max(ownClock, version.clock)
    }
}
