/// What the property's calendar and wall clock show together. Some such times never come, and some come twice.
package struct LocalTime: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let date: CalendarDate
    package let time: TimeOfDay

    package init(_ date: CalendarDate, _ time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// What a clock shows that was never set forward or back since 1970 and has counted so many seconds.
    init(clockSeconds: Int64) {
        let days = Int(clamping: clockSeconds.quotientFloored(by: 86_400))
        date = CalendarDate(dayNumber: days)
        let rest = Int(clamping: clockSeconds - Int64(days) * 86_400)
        time = TimeOfDay(secondsSinceMidnight: rest) ?? .midnight
    }

    /// The seconds such a clock would have counted.
    var clockSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.seconds) }

    package var description: String { "\(date) \(time)" }

    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.date, left.time) < (right.date, right.time)
    }
}

extension Int64 {
    /// The quotient towards the smaller number, also before 1970.
    func quotientFloored(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
