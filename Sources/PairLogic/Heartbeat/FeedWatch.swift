import Vocabulary

/// Compares where a feed stands with where the other node remembers it: a feed that is behind, or lives another
/// life, was restored from an older image.
///
/// Heartbeats and reads overtake each other, so a contradiction counts only after it has lasted a while.
struct FeedWatch: Sendable, Hashable {
    private(set) var remembered: FeedMark?
    private(set) var present: FeedMark?
    private var contradictedSince: Instant?

    mutating func remembers(_ mark: FeedMark?, at now: Instant) {
        remembered = mark
        compare(at: now)
    }

    mutating func stands(at mark: FeedMark?, at now: Instant) {
        present = mark
        compare(at: now)
    }

    /// The two marks, once they have contradicted each other for `patience`.
    func mismatch(after patience: Duration, at now: Instant) -> (remembered: FeedMark, present: FeedMark)? {
        guard let since = contradictedSince, now - since >= patience, let remembered, let present else { return nil }
        return (remembered, present)
    }

    private mutating func compare(at now: Instant) {
        guard let remembered, let present else { return contradictedSince = nil }
        let sound = remembered.incarnation == present.incarnation && remembered.head <= present.head
        contradictedSince = sound ? nil : contradictedSince ?? now
    }
}
