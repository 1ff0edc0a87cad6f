import Vocabulary

/// What the owner asks the scope's home during a giveback: have you everything?
package struct HandoverQuestion: Sendable, Hashable {
    /// The reign that is to end.
    package let reign: Ownership
    /// Which question of the owner's run this is: an answer to another counts for nothing.
    package let round: UInt64
    /// Where the feed ends behind the barrier. nil before the barrier: wherever it is settled now.
    package let end: FeedMark?

    package init(reign: Ownership, round: UInt64, end: FeedMark?) {
        self.reign = reign
        self.round = round
        self.end = end
    }
}
