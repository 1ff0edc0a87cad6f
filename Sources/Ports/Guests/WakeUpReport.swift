import HotelLogic
import Vocabulary

/// A wake-up as it stands, as `comxfailover wakeups list` shows it.
package struct WakeUpReport: Sendable, Hashable, Codable {
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Something of it is still to come.
        case set
        case cancelled
        /// Each of its rings has ended.
        case over
    }

    package let wakeUp: WakeUpID
    package let room: RoomNumber
    /// The stay it was set for.
    package let stay: StayID?
    package let state: State
    package let time: TimeOfDay
    package let firstDate: CalendarDate
    /// The same as the first of one that rings once.
    package let lastDate: CalendarDate
    /// The next ring, as the property's clock will show it; nil where nothing is to come.
    package let next: LocalTime?
    package let nextAt: WallTime?
    /// One phone of the room; nil is all of them.
    package let number: ExtensionNumber?
    package let language: String?

    /// nil while the line that set it has not arrived here.
    package init?(_ wakeUp: WakeUp, in zone: ZoneRules) {
        guard let place = wakeUp.place, let plan = wakeUp.plan ?? wakeUp.latestPlan else { return nil }
        let date = wakeUp.openOccurrences(through: plan.schedule.last).first?.date
        let moment = date.flatMap { wakeUp.moment(on: $0, in: zone) }
        self.wakeUp = wakeUp.id
        room = place.room
        stay = place.stay
        state = wakeUp.isCancelled ? .cancelled : date == nil ? .over : .set
        time = plan.schedule.time
        (firstDate, lastDate) = (plan.schedule.first, plan.schedule.last)
        next = moment.map { zone.localTime(at: $0.at) }
        nextAt = moment?.at
        number = plan.number
        language = plan.language
    }
}
