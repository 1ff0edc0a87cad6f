import Vocabulary

/// A moment of every year by the clock: `M3.5.0/2` is the last Sunday of March at two.
struct YearlyMoment {
    private enum Day {
        /// The week 5 is the month's last.
        case weekday(Int, week: Int, month: Int)
        /// From 1, and never the 29th of February.
        case numbered(Int)
        /// From 0, every day counted.
        case counted(Int)
    }

    private let day: Day
    /// Since the day's midnight; up to a week before or after it.
    private let seconds: Int

    init?(_ text: Substring) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let day = Self.day(first) else { return nil }
        self.day = day
        guard halves.count == 2 else {
            seconds = 2 * 3_600
            return
        }
        var time = halves[1]
        guard let seconds = YearlyRule.takeSeconds(&time, hoursMax: 167), time.isEmpty else { return nil }
        self.seconds = seconds
    }

    /// What a clock has counted since 1970 that was never set forward or back.
    func clockSeconds(in year: Int) -> Int64 { Int64(date(in: year).dayNumber) * 86_400 + Int64(seconds) }

    private static func day(_ text: Substring) -> Day? {
        switch text.first {
        case "M":
            let numbers = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 3, let month = numbers[0], let week = numbers[1], let weekday = numbers[2],
                (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
            else { return nil }
            return .weekday(weekday, week: week, month: month)
        case "J":
            guard let number = Int(text.dropFirst()), (1...365).contains(number) else { return nil }
            return .numbered(number)
        default:
            guard let number = Int(text), (0...365).contains(number) else { return nil }
            return .counted(number)
        }
    }

    private func date(in year: Int) -> CalendarDate {
        let newYear = Self.firstDay(of: 1, in: year)
        switch day {
        case .counted(let number): return newYear.adding(days: number)
        case .numbered(let number):
            let march = Self.firstDay(of: 3, in: year)
            return number < 60 ? newYear.adding(days: number - 1) : march.adding(days: number - 60)
        case .weekday(let weekday, let week, let month):
            let first = Self.firstDay(of: month, in: year)
            let date = first.adding(days: (weekday - first.weekday + 7) % 7 + (week - 1) * 7)
            return date.month == month ? date : date.adding(days: -7)
        }
    }

    private static func firstDay(of month: Int, in year: Int) -> CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: 1) else {
            preconditionFailure("no first day of month \(month) in \(year)")
        }
        return date
    }
}
