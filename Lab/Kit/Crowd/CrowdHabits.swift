import Vocabulary

/// What the guests of a crowd do when their phone rings.
package struct CrowdHabits: Sendable, Hashable {
    /// How long it rings until they lift the receiver: each guest takes another while.
    package var lifting = Duration.seconds(1)...Duration.seconds(3)
    /// How long they listen before they hang up.
    package var listening = Duration.seconds(10)

    package init() {}

    /// Of the guest at a place in the crowd.
    func lifting(_ index: Int) -> Duration {
        let steps = 8
        return lifting.lowerBound + (lifting.upperBound - lifting.lowerBound) * (index % (steps + 1)) / steps
    }
}
