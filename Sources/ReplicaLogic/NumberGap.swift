import Vocabulary

/// Numbers of a feed that its database skipped when it started.
///
/// A database draws no number twice and, at every start, leaves a stretch of random length undrawn. A reader that
/// remembers a number inside such a gap has read another course of events: this database was put back to an older
/// image, however much was written to it since.
package struct NumberGap: Sendable, Hashable {
    /// The highest position of an entry when the database started: none stands above it, up to `until`.
    package let after: FeedPosition
    /// The highest number that may have been drawn by then; a settled head may be as high.
    package let drawn: FeedPosition
    /// The last number skipped.
    package let until: FeedPosition

    package init(after: FeedPosition, drawn: FeedPosition, until: FeedPosition) {
        self.after = after
        self.drawn = drawn
        self.until = until
    }

    /// Whether no entry ever stood at `position`.
    package func contains(entryAt position: FeedPosition) -> Bool { position > after && position <= until }

    /// Whether no cursor can have reached `position`.
    package func contains(cursorAt position: FeedPosition) -> Bool { position > drawn && position <= until }
}
