import Vocabulary

/// Which wake-ups are asked for.
package struct WakeUpQuery: Sendable, Hashable {
    /// nil is all rooms.
    package var room: RoomNumber?
    /// Those that ring on this day; nil is every day.
    package var date: CalendarDate?
    /// Also those of which nothing is to come: cancelled, or over.
    package var includesOver: Bool

    package init(room: RoomNumber? = nil, on date: CalendarDate? = nil, includesOver: Bool = false) {
        self.room = room
        self.date = date
        self.includesOver = includesOver
    }
}
