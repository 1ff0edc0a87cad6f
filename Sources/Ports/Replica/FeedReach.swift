import ReplicaLogic
import Vocabulary

/// Which positions a feed can have reached: a cursor elsewhere points into another course of events, from before its
/// database was put back to an older image.
package struct FeedReach: Sendable, Hashable {
    /// Numbers from here on were not drawn yet.
    package let reserved: FeedPosition
    package let gaps: [NumberGap]
    /// Whether the node is still taking back what it lost in a restore.
    package let isRestoring: Bool

    package init(reserved: FeedPosition, gaps: [NumberGap], isRestoring: Bool = false) {
        self.reserved = reserved
        self.gaps = gaps
        self.isRestoring = isRestoring
    }

    /// Whether a reader's cursor can stand at `position`.
    package func holds(cursorAt position: FeedPosition) -> Bool { position < reserved && isDrawn(position) }

    /// Whether an entry that was read once can stand in this feed.
    package func holds(entryAt position: FeedPosition) -> Bool {
        position < reserved && !gaps.contains { $0.contains(entryAt: position) }
    }

    /// Whether `position` lies outside of every gap.
    ///
    /// The last number of a gap is where the first settled head after it stands.
    package func isDrawn(_ position: FeedPosition) -> Bool {
        !gaps.contains { $0.contains(cursorAt: position) && position < $0.until }
    }
}
