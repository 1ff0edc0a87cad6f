import Vocabulary

/// What the first look into a snapshot of the peer shows.
package struct SnapshotOpening: Sendable, Hashable {
    /// Whoever sees an entry beyond a gap sees the gap.
    package let reach: FeedReach
    /// The tables that hold an entry above the position asked for.
    package let news: Set<TableName>

    package init(reach: FeedReach, news: Set<TableName>) {
        self.reach = reach
        self.news = news
    }
}
