import Vocabulary

/// What is asked of the desk of wake-ups. It is done whole, or refused with all reasons.
package enum WakeUpRequest: Sendable, Hashable {
    /// The same for each of these rooms; several of them are a group.
    case set([RoomNumber], WakeUpWish)
    /// Another time, other days; nil leaves what is there.
    case change(WakeUpID, time: TimeOfDay?, days: WakeUpDays?)
    case cancel(WakeUpID)
    /// All wake-ups of a room.
    case cancelAll(RoomNumber)
    /// Those of a room that ring at this time; on this day, where one is named.
    case cancelAt(RoomNumber, TimeOfDay, on: CalendarDate?)
}
