import Vocabulary

/// Numbers of a feed that its database skipped when it started: above `after`, up to and including `until`.
///
/// A database draws no number twice and, at every start, leaves a stretch of random length undrawn. A reader that
/// remembers a number inside such a gap has read another course of events: this database was put back to an older
/// image, however much was written to it since.
package struct NumberGap: Sendable, Hashable {
    /// The highest number in use when the database started.
    package let after: FeedPosition
    /// The last number skipped.
    package let until: FeedPosition

    package init(after: FeedPosition, until: FeedPosition) {
        self.after = after
        self.until = until
    }

    package func contains(_ position: FeedPosition) -> Bool { position > after && position <= until }
}
