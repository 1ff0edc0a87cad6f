import ReplicaLogic
import Vocabulary

/// One entry of a feed, and which write of the simulation it stands for.
struct FeedEntry: Hashable {
    var position: FeedPosition
    var stamp: RowStamp
    /// The write whose outcome the row has: of a row, the one in it; of a tombstone, the deletion.
    var write: Int
    /// The highest clock of a write of this node's own that another node's write took the place of; 0 where none did.
    /// This node's next write is later than that, whatever its wall clock says.
    var ownClock: UInt64 = 0

    /// `ownClock` of whatever takes this entry's place at a node.
    func ownClock(at node: Mode) -> UInt64 {
        stamp.version.node == node ? max(ownClock, stamp.version.clock) : ownClock
    }
}
