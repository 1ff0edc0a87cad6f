import HotelLogic
import Vocabulary

/// What became of a request for wake-ups.
package struct WakeUpReceipt: Sendable, Hashable, Codable {
    /// What became of one of them.
    package struct Line: Sendable, Hashable, Codable {
        package let wakeUp: WakeUpID
        package let room: RoomNumber
        package let outcome: WakeUpAnswer.Outcome
        package let time: TimeOfDay
        package let firstDate: CalendarDate
        package let lastDate: CalendarDate
        /// When it rings first, as the property's clock will show it; nil of one that was cancelled.
        package let rings: LocalTime?
        package let ringsAt: WallTime?
        /// What somebody should know of it all the same, a sentence each.
        package let notes: [String]

        package init(_ answer: WakeUpAnswer, in zone: ZoneRules) {
            wakeUp = answer.wakeUp
            room = answer.room
            outcome = answer.outcome
            time = answer.schedule.time
            (firstDate, lastDate) = (answer.schedule.first, answer.schedule.last)
            rings = answer.moment.map { zone.localTime(at: $0.at) }
            ringsAt = answer.moment?.at
            notes = answer.notes.map(\.description)
        }
    }

    package let lines: [Line]
    package let safety: Safety

    package init(_ decision: WakeUpDecision, in zone: ZoneRules, _ safety: Safety) {
        lines = decision.answers.map { Line($0, in: zone) }
        self.safety = safety
    }
}
