import Vocabulary

/// The number of an edit of one wake-up. Each node takes the next one of its own parity, as with epochs, so that two
/// nodes that do not know of each other never give the same number to two edits.
package struct WakeUpRevision: RawRepresentable, Sendable, Hashable, Comparable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The node that made the edit.
    package var node: Mode { rawValue % 2 == 0 ? .primary : .secondary }

    /// The number of an edit that `node` makes when `newest` is the highest it knows; nil for a wake-up that is new.
    ///
    /// - Parameter skipped: how many numbers of the node are left out, as far as there are any left.
    package static func next(
        after newest: WakeUpRevision?, madeBy node: Mode, skipping skipped: UInt32 = 0
    ) -> WakeUpRevision {
        let candidate = WakeUpRevision(rawValue: (newest?.rawValue ?? 0) + 1)
        let own = candidate.node == node ? candidate : WakeUpRevision(rawValue: candidate.rawValue + 1)
        guard skipped <= (.max - own.rawValue) / 4 else { return own }
        return WakeUpRevision(rawValue: own.rawValue + 2 * skipped)
    }

    package static func < (left: WakeUpRevision, right: WakeUpRevision) -> Bool { left.rawValue < right.rawValue }
}
