import ReplicaLogic
import Vocabulary

/// This node's own feed: which life it is in, and how far it has drawn.
package struct FeedLife: Sendable, Hashable {
    package let memory: FeedMemory
    /// The life before the last restore.
    package let superseded: Incarnation?
    /// Own writes above it were made after a restore, unaware of what was lost; nil once all was taken back.
    package let suspectAbove: FeedPosition?

    /// Every life that this one followed; a peer that was itself restored may remember any.
    package let formerLives: [Incarnation]
    /// Numbers that were skipped at starts of the daemon.
    package let gaps: [NumberGap]

    package init(
        memory: FeedMemory, superseded: Incarnation?, suspectAbove: FeedPosition?, formerLives: [Incarnation] = [],
        gaps: [NumberGap] = []
    ) {
        self.memory = memory
        self.superseded = superseded
        self.suspectAbove = suspectAbove
        self.formerLives = formerLives
        self.gaps = gaps
    }

    /// What the peer's memory of this feed says, when held against it.
    ///
    /// - Parameter head: the highest position known to be drawn by now.
    package func check(against remembered: FeedMemory, head: FeedPosition) -> RestoreCheck {
        RestoreCheck.judging(
            remembered: remembered,
            current: FeedMemory(incarnation: memory.incarnation, head: max(head, memory.head)),
            superseded: superseded, formerLives: formerLives, gaps: gaps)
    }
}
