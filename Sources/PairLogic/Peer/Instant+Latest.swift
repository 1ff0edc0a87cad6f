import Vocabulary

extension Instant {
    /// The later of two moments, where either may never have been.
    static func later(_ one: Instant?, _ other: Instant?) -> Instant? {
        guard let one, let other else { return one ?? other }
        return max(one, other)
    }
}
