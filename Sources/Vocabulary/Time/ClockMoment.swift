/// The moment at which a wall clock shows a time, or what stands in for it.
package struct ClockMoment: Sendable, Hashable {
    /// How the clock behaves at that time.
    package enum Reading: Sendable, Hashable {
        case once
        /// Clocks go forward past it. The moment is the first one after it, and this is what the clock shows then.
        case skipped(shown: LocalTime)
        /// Clocks go back and show it again. The moment is the first of the two.
        case twice
    }

    package let at: WallTime
    package let reading: Reading

    package init(at: WallTime, reading: Reading) {
        self.at = at
        self.reading = reading
    }
}
