/// A day of the calendar that the property lives by. Which stretch of time it is depends on the time zone.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let first = CalendarDate(dayNumber: 0)
    /// The end of the calendar; nothing in a hotel is planned for a later day.
    package static let last = CalendarDate(dayNumber: daysFrom1970(year: 2199, month: 12, day: 31))

    /// Days since 1970-01-01.
    package let dayNumber: Int
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day that lies so many days after 1970-01-01; a number beyond the calendar gives its nearer end.
    package init(dayNumber: Int) {
        let number = min(max(dayNumber, 0), Self.daysMax)
        self.dayNumber = number
        // Years are counted from March, so that the day that comes and goes stands at their end.
        let days = number + Self.daysBefore1970
        let (cycle, dayOfCycle) = days.quotientAndRemainder(dividingBy: Self.cycleDays)
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    }

    /// nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1970...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(dayNumber: Self.daysFrom1970(year: year, month: month, day: day))
        guard self.month == month, self.day == day else { return nil }
    }

    /// Reads `2026-03-29`.
    package init(_ text: String) throws(TimeFault) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.isMade(of: $1...$1, \.isDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let date = CalendarDate(year: year, month: month, day: day)
        else { throw .notADate(text) }
        self = date
    }

    /// As it is written: `2026-03-29`.
    package var description: String { "\(year)-\(month.inTwoDigits)-\(day.inTwoDigits)" }

    /// 0 for Sunday to 6.
    package var weekday: Int { (dayNumber + 4) % 7 }

    package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

    private static let cycleDays = 146_097
    private static let daysBefore1970 = 719_468
    private static let daysMax = daysFrom1970(year: 2199, month: 12, day: 31)

    private static func daysFrom1970(year: Int, month: Int, day: Int) -> Int {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let (cycle, yearOfCycle) = yearFromMarch.quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return cycle * cycleDays + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - daysBefore1970
    }
}

extension CalendarDate: Codable {
    package init(from decoder: any Decoder) throws {
        self = try CalendarDate(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
