import Vocabulary

/// Two edits of a wake-up, one by each node, neither of which knew of the other.
package struct WakeUpDisagreement: Sendable, Hashable {
    /// What stays.
    package let kept: WakeUpRevision
    package let dropped: WakeUpRevision

    package init(kept: WakeUpRevision, dropped: WakeUpRevision) {
        self.kept = kept
        self.dropped = dropped
    }
}
