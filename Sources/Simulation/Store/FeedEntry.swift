import ReplicaLogic
import Vocabulary

/// One entry of a feed, and which write of the simulation it stands for.
struct FeedEntry: Hashable {
    var position: FeedPosition
    var stamp: RowStamp
    /// The write whose outcome the row has: of a row, the one in it; of a tombstone, the deletion.
    var write: Int
}
