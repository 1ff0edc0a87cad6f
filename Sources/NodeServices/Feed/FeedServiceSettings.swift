/// The paces of `FeedService`.
package struct FeedServiceSettings: Sendable, Hashable {
    /// The slow look at the feed, beside the notices of commits; 1 s.
    package var pollInterval: Duration = .seconds(1)
    /// How long a transaction may hold the feed up before people are told; 30 s.
    package var settleLimit: Duration = .seconds(30)
    /// How old a tombstone must be before it is collected; 7 days.
    package var tombstoneAge: Duration = .seconds(7 * 86_400)

    package init() {}
}
