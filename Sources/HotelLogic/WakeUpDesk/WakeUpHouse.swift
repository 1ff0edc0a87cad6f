import Vocabulary

/// What must be known of the house to tell whether somebody can be woken there.
package struct WakeUpHouse: Sendable, Hashable {
    /// A room, and who stays in it.
    package struct Room: Sendable, Hashable {
        package var numbers: [ExtensionNumber]
        package var isInUse: Bool
        /// nil while nobody stays there. Of several stays the newest.
        package var stay: StayID?
        package var departsOn: CalendarDate?

        package init(
            numbers: [ExtensionNumber] = [], isInUse: Bool = true, stay: StayID? = nil, departsOn: CalendarDate? = nil
        ) {
            self.numbers = numbers
            self.isInUse = isInUse
            self.stay = stay
            self.departsOn = departsOn
        }
    }

    package var rooms: [RoomNumber: Room]

    package init(_ rooms: [RoomNumber: Room] = [:]) { self.rooms = rooms }
}
