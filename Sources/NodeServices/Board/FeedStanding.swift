import Ports
import ReplicaLogic
import Vocabulary

/// Where this node's own feed stands, as the heartbeat tells the peer.
package struct FeedStanding: Sendable, Hashable {
    /// nil until the database was reached.
    package var life: FeedLife?
    /// The life that was last read, also while the database is away.
    package var known: Incarnation?
    /// The highest position of this node's own writes that is known.
    package var head: FeedPosition = .start
    package var settled: FeedPosition = .start
    /// The highest position of an entry that was seen; the head may stand above it, at a number drawn for nobody.
    package var entry: FeedPosition = .start

    package init() {}
}
