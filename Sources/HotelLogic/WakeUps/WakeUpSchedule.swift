import Vocabulary

/// At which time a wake-up rings, and on which days.
package struct WakeUpSchedule: Sendable, Hashable, CustomStringConvertible {
    /// A ring that is asked for at its very moment is that one, and no later, for so long.
    package static let latenessMax = Duration.seconds(120)

    package let time: TimeOfDay
    package let first: CalendarDate
    /// The same as the first where it rings once.
    package let last: CalendarDate

    package init(_ time: TimeOfDay, from first: CalendarDate, through last: CalendarDate) {
        precondition(first <= last, "a wake-up that ends on \(last), before its first day \(first)")
        self.time = time
        self.first = first
        self.last = last
    }

    package init(_ time: TimeOfDay, on date: CalendarDate) { self.init(time, from: date, through: date) }

    package var isDaily: Bool { first < last }

    /// The moment at which it rings on one of its days. Of a time that clocks show twice that is the first, or the
    /// second where the first was past when the ring was asked for.
    package func moment(on date: CalendarDate, in zone: ZoneRules, askedAt: WallTime) -> ClockMoment {
        let shown = LocalTime(date, time)
        let first = zone.moment(of: shown)
        guard askedAt - first.at >= Self.latenessMax, let second = zone.secondMoment(of: shown) else { return first }
        return ClockMoment(at: second, reading: .twice)
    }

    /// Whether both ring at one time of one day.
    package func meets(_ other: WakeUpSchedule) -> Bool {
        time == other.time && first <= other.last && other.first <= last
    }

    /// Whether it rings whenever the other does.
    package func covers(_ other: WakeUpSchedule) -> Bool {
        time == other.time && first <= other.first && other.last <= last
    }

    /// Where two nodes changed a wake-up without knowing of each other, the one that rings earlier stays: nobody
    /// oversleeps by that. Of two that begin alike, the one that rings for longer.
    package func ringsEarlier(than other: WakeUpSchedule) -> Bool {
        (LocalTime(first, time), -last.dayNumber) < (LocalTime(other.first, other.time), -other.last.dayNumber)
    }

    package var description: String {
        isDaily ? "daily at \(time) from \(first) through \(last)" : "\(first) at \(time)"
    }
}
