import ReplicaLogic
import Vocabulary

/// This node's own feed: which life it is in, and how far it has drawn.
package struct FeedLife: Sendable, Hashable {
    package let memory: FeedMemory
    /// The life before the last restore.
    package let superseded: Incarnation?
    /// Own writes above it were made after a restore, unaware of what was lost; nil once all was taken back.
    package let suspectAbove: FeedPosition?

    package init(memory: FeedMemory, superseded: Incarnation?, suspectAbove: FeedPosition?) {
        self.memory = memory
        self.superseded = superseded
        self.suspectAbove = suspectAbove
    }
}
