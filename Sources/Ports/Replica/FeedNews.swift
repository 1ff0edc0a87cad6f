import Vocabulary

/// What a look at a node's own feed found above a position.
package struct FeedNews: Sendable, Hashable {
    /// The tables that hold it, by their numbers in the feed, each with its highest position.
    package let heads: [UInt32: FeedPosition]

    package init(heads: [UInt32: FeedPosition]) { self.heads = heads }

    /// The highest position found; nil where nothing was.
    package var head: FeedPosition? { heads.values.max() }
}
