import Vocabulary

/// From check-in to check-out: who is in which room.
package struct Stay: Sendable, Hashable {
    /// The most guests of one stay.
    package static let guestsMax = 20

    package let id: StayID
    package var room: RoomNumber
    /// The management system's own number of it.
    package var reservation: String?
    package var arrivedAt: WallTime
    /// When the guests are expected to leave.
    package var departsOn: CalendarDate?
    /// The main guest first, then those who share the room with it; empty where no name was sent.
    package var guests: [Guest]

    package init(
        id: StayID, room: RoomNumber, reservation: String? = nil, arrivedAt: WallTime,
        departsOn: CalendarDate? = nil, guests: [Guest] = []
    ) {
        self.id = id
        self.room = room
        self.reservation = reservation
        self.arrivedAt = arrivedAt
        self.departsOn = departsOn
        self.guests = guests
    }
}
