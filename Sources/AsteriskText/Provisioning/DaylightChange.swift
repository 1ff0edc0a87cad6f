/// The moment of a year at which clocks go forward or back: a weekday of a week of a month, at an hour.
package struct DaylightChange: Sendable, Hashable {
    /// 1 to 12.
    package let month: Int
    /// 1 to 4 for the first to the fourth such weekday of the month, 5 for the last.
    package let week: Int
    /// 0 for Sunday to 6.
    package let weekday: Int
    /// 0 to 23.
    package let hour: Int

    /// Reads `M3.5.0` or `M3.5.0/3`; nil for the forms and hours that no phone's file can express.
    init?(rule: Substring) {
        let halves = rule.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = halves.first, date.first == "M" else { return nil }
        let numbers = date.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let month = numbers[0], let week = numbers[1], let weekday = numbers[2],
            (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
        else { return nil }
        guard let hour = halves.count == 2 ? Self.wholeHour(halves[1]) : 2, (0...23).contains(hour) else { return nil }
        self.month = month
        self.week = week
        self.weekday = weekday
        self.hour = hour
    }

    /// Whether it is the last such weekday of the month.
    package var isLast: Bool { week == 5 }

    /// The earliest day of the month on which it can fall, where it is not the last such weekday.
    package var earliestDay: Int { (week - 1) * 7 + 1 }

    private static func wholeHour(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.dropFirst().allSatisfy({ Int($0) == 0 }) else { return nil }
        return Int(first)
    }
}
