import Vocabulary

/// Whom a wake-up wakes: the room, and the stay it was set for.
package struct WakeUpPlace: Sendable, Hashable {
    package var room: RoomNumber
    package var stay: StayID?

    package init(_ room: RoomNumber, stay: StayID? = nil) {
        self.room = room
        self.stay = stay
    }
}
