import Vocabulary

/// How far a reader knows this node's copy of the wake-up ledger.
package struct WakeUpMark: Sendable, Hashable {
    /// The feed that the positions are of; nil while the ledger is not captured.
    package let feed: UInt64?
    /// The newest line of each node, by the order in which lines came to be here; of this node alone while the ledger
    /// is not captured. None says nothing.
    package let positions: [Mode: FeedPosition]

    package init(feed: UInt64? = nil, positions: [Mode: FeedPosition] = [:]) {
        self.feed = feed
        self.positions = positions
    }
}
