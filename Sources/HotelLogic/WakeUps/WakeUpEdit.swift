import Vocabulary

/// What a person, or a stay's change, did to a wake-up. Edits are never changed and never taken back.
///
/// Both nodes may edit a wake-up without knowing of each other. So each edit says which of the other node's edits it
/// was built on; of two edits, one contains the other or it does not.
package struct WakeUpEdit: Sendable, Hashable {
    /// What was done.
    package enum Change: Sendable, Hashable {
        case set(WakeUpPlan, WakeUpPlace)
        case changed(WakeUpPlan)
        case moved(WakeUpPlace)
        case cancelled
    }

    package let wakeUp: WakeUpID
    package let revision: WakeUpRevision
    /// The newest edit of the other node that this one knew of; nil where it knew of none.
    package let seen: WakeUpRevision?
    package let change: Change

    package init(_ wakeUp: WakeUpID, _ revision: WakeUpRevision, seen: WakeUpRevision? = nil, _ change: Change) {
        self.wakeUp = wakeUp
        self.revision = revision
        self.seen = seen
        self.change = change
    }

    /// Whether this edit was made in knowledge of another of the same wake-up, and so stands in its place.
    package func contains(_ other: WakeUpEdit) -> Bool {
        guard revision.node != other.revision.node else { return revision >= other.revision }
        return seen.map { $0 >= other.revision } ?? false
    }
}
