import ReplicaLogic
import Vocabulary

/// What the first look into a snapshot of the peer shows.
package struct SnapshotOpening: Sendable, Hashable {
    /// The life of the feed that the snapshot shows.
    package let incarnation: Incarnation
    /// Whoever sees an entry beyond a gap sees the gap.
    package let reach: FeedReach
    /// How far the peer had read this node's feed; nil where it never did.
    package let remembered: FeedMemory?
    /// The tables that hold an entry above the position asked for.
    package let news: Set<TableName>

    package init(incarnation: Incarnation, reach: FeedReach, remembered: FeedMemory?, news: Set<TableName>) {
        self.incarnation = incarnation
        self.reach = reach
        self.remembered = remembered
        self.news = news
    }
}
