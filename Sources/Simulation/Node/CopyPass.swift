import ReplicaLogic
import Vocabulary

/// One pass of the copy: from the question what is new to the last commit, in steps between which the world goes on.
struct CopyPass {
    /// What comes next.
    enum Stage {
        case refresh
        case heal
        case open
        /// The next batch of the item whose turn it is.
        case read
        case apply(CopyWork)
        case commit(CopyWork)
        case finish
    }

    /// An item with tables that have more to read in this snapshot.
    struct Pending {
        let item: Int
        var tables: [Int]
    }

    let number: Int
    /// The run of the peer's database that was connected to.
    let peerRun: Int
    var stage: Stage = .refresh
    /// The peer's database at one moment, and when that was.
    var snapshot: StoreImage?
    var openedAt: Instant?
    /// The peer's settled head as told before the snapshot; nil where none was told for this life.
    var settled: FeedPosition?
    var isSweep = false
    /// Whether items that take everything back are read now, or those that take the peer's own writes.
    var takesAll = false
    var pending: [Pending] = []
    var turn = 0
    /// Removals that follow once everything is read.
    var comparisons: [CopyWork] = []
    /// When the work under way was first tried.
    var tryingSince: Instant?
}
