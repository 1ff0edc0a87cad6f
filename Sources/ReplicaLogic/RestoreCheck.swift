import Vocabulary

/// Whether this node's own feed is what its peer remembers of it.
package enum RestoreCheck: Sendable, Hashable {
    /// The peer remembers nothing newer than what is here.
    case sound
    /// The peer has read further than this feed reaches, or knows a later life of it: this node was restored from
    /// an older image, and must take back what it lost before it takes part again.
    case restored(peerHead: FeedPosition)

    /// Compares what the peer remembers with what is here.
    ///
    /// - Parameters:
    ///   - remembered: the life and the highest position the peer has read of this node.
    ///   - current: this feed's life and the highest position it has drawn.
    ///   - superseded: the life this feed had before its last restore, which the peer may still remember for a moment.
    ///   - formerLives: all lives this feed is known to have had; a peer that was itself restored may remember any.
    ///   - gaps: the numbers skipped at starts of the database that no comparison has found sound since.
    package static func judging(
        remembered: FeedMemory, current: FeedMemory, superseded: Incarnation?, formerLives: [Incarnation] = [],
        gaps: [NumberGap] = []
    ) -> RestoreCheck {
        if remembered.incarnation == superseded || formerLives.contains(remembered.incarnation) { return .sound }
        if remembered.incarnation != current.incarnation { return .restored(peerHead: remembered.head) }
        if gaps.contains(where: { $0.contains(entryAt: remembered.head) }) {
            return .restored(peerHead: remembered.head)
        }
        return remembered.head > current.head ? .restored(peerHead: remembered.head) : .sound
    }
}
