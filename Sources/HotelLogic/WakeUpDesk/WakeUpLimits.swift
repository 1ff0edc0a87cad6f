import Vocabulary

/// How much may be asked for.
package struct WakeUpLimits: Sendable, Hashable {
    /// Wake-ups of one room that are still to come.
    package var perRoom = 12
    /// Wake-ups of the house that are still to come.
    package var perHouse = 10_000
    /// Rooms of one request.
    package var roomsPerRequest = 2_000
    /// Times and days of one request, multiplied.
    package var perRoomAndRequest = 12
    /// How far ahead the first day of a wake-up may lie, and its last one behind the first.
    package var daysAhead = 366
    /// A property's management system may send a wake-up at the very moment of it. That late it still rings.
    package var latenessFromManagementSystem = WakeUpSchedule.latenessMax

    package init() {}
}
