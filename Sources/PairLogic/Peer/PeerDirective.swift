import Vocabulary

/// What a ``PeerMachine`` concludes from an input. The order is a promise: what was noticed first, what it means for
/// the two nodes' sight of each other next, the peer's state last.
package enum PeerDirective: Sendable, Hashable {
    /// This node was asleep or starved that long: its own timing is not to be trusted, and the peer has a fresh grace.
    case pausedLocally(Duration)
    case pathChanged(PathName, from: PathState, to: PathState, words: String)
    /// The peer's daemon began a new run.
    case peerRestarted(from: BootID, to: BootID)
    /// Two runs of the peer are alive side by side: exclusive duties are refused.
    case cloneSeen(BootID, BootID)
    /// No second run has been seen for a while.
    case cloneGone
    /// The peer hears two of this node, or no longer does: a copy of this node's disk is running.
    case seenTwice(Bool)
    /// The peer calls itself what this node is.
    case sameMode(Mode)
    /// This node's own feed is behind, or beside, what the peer remembers of it: this node was restored.
    case rememberedMismatch(remembered: FeedMark, own: FeedMark)
    /// Whether each node hears the other now.
    case sightChanged(Bool)
    case stateChanged(from: PeerState, to: PeerState, evidence: [String])
}
