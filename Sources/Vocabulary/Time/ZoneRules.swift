/// What the wall clocks of a time zone show, now and for as long as its rules are known: the offset from UTC, and every
/// moment at which it changes.
///
/// Whoever rings at a time of day asks here on which moment that is; nobody adds 24 hours to yesterday.
package struct ZoneRules: Sendable, Hashable {
    /// A moment at which clocks are set.
    package struct Change: Sendable, Hashable {
        /// Since 1970, in UTC.
        package let second: Int64
        /// How far clocks are ahead of UTC from then on.
        package let offsetSeconds: Int

        package init(second: Int64, offsetSeconds: Int) {
            self.second = second
            self.offsetSeconds = offsetSeconds
        }
    }

    /// No clock is further from UTC than that, with a wide margin.
    package static let offsetSecondsMax = 26 * 3_600
    package static let utc = ZoneRules(name: "UTC", firstOffsetSeconds: 0, changes: [])

    /// The name in the zone database.
    package let name: String
    /// Before the first change.
    package let firstOffsetSeconds: Int
    /// From the earliest to the latest.
    package let changes: [Change]

    package init(name: String, firstOffsetSeconds: Int, changes: [Change]) {
        precondition(zip(changes, changes.dropFirst()).allSatisfy { $0.second < $1.second }, "\(name): not in order")
        precondition(
            ([firstOffsetSeconds] + changes.map(\.offsetSeconds)).allSatisfy { abs($0) <= Self.offsetSecondsMax },
            "\(name): an offset that no clock has")
        self.name = name
        self.firstOffsetSeconds = firstOffsetSeconds
        self.changes = changes
    }

    /// What the clock shows at a moment.
    package func localTime(at moment: WallTime) -> LocalTime {
        let second = moment.rawValue.quotientFloored(by: 1_000_000)
        return LocalTime(clockSeconds: second + Int64(offset(ofStretch: stretch(at: second))))
    }

    /// The first moment at which the clock shows this time or, where it is set forward past it, a later one.
    package func moment(of time: LocalTime) -> ClockMoment {
        let wanted = time.clockSeconds
        let index = stretch(passing: wanted)
        let exact = wanted - Int64(offset(ofStretch: index))
        guard index > 0, exact < changes[index - 1].second else {
            let isShownAgain = momentShowingAgain(wanted, after: index) != nil
            return ClockMoment(at: Self.wallTime(exact), reading: isShownAgain ? .twice : .once)
        }
        let start = changes[index - 1].second
        let shown = LocalTime(clockSeconds: start + Int64(offset(ofStretch: index)))
        return ClockMoment(at: Self.wallTime(start), reading: .skipped(shown: shown))
    }

    /// The second moment at which the clock shows this time; nil where it shows it once, or never.
    package func secondMoment(of time: LocalTime) -> WallTime? {
        guard moment(of: time).reading == .twice else { return nil }
        let wanted = time.clockSeconds
        return momentShowingAgain(wanted, after: stretch(passing: wanted)).map(Self.wallTime)
    }

    /// The first stretch in whose course the clock comes past the time; the last one has no end.
    private func stretch(passing wanted: Int64) -> Int {
        var index = stretch(at: wanted - Int64(Self.offsetSecondsMax))
        while index < changes.count, changes[index].second + Int64(offset(ofStretch: index)) <= wanted { index += 1 }
        return index
    }

    /// When a later stretch shows what this one has shown.
    private func momentShowingAgain(_ wanted: Int64, after index: Int) -> Int64? {
        var later = index + 1
        while later <= changes.count {
            let start = changes[later - 1].second + Int64(offset(ofStretch: later))
            if changes[later - 1].second > wanted + Int64(2 * Self.offsetSecondsMax) { return nil }
            if start <= wanted { return wanted - Int64(offset(ofStretch: later)) }
            later += 1
        }
        return nil
    }

    /// The number of the stretch between two changes: 0 is the one before all of them.
    private func stretch(at second: Int64) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].second <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func offset(ofStretch index: Int) -> Int {
        index == 0 ? firstOffsetSeconds : changes[index - 1].offsetSeconds
    }

    private static func wallTime(_ second: Int64) -> WallTime { WallTime(microseconds: second * 1_000_000) }
}
