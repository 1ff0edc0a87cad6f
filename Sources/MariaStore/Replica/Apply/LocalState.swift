import ReplicaLogic
import Vocabulary

/// What this node has under an arriving row's key, read and locked at the moment of applying.
struct LocalState {
    var isPresent = false
    /// Whether the row here spells its key otherwise than it arrived.
    var isRespelled = false
    var position: FeedPosition?
    var stamp: RowStamp?
}
