import HotelLogic
import Vocabulary

/// What a node offers to those who serve guests: the desk, the phones in rooms, the pages, a management system. It is
/// the door behind verbs, routes and the menus of room phones.
///
/// What is asked for is done whole or not at all. Requests happen one after another: who comes second sees what the
/// first one did. A change is answered once it is kept here; its receipt says whether the peer has it as well.
package protocol GuestConsolePort: Sendable {
    /// What the property's calendar and clock show now.
    func localTime() async -> LocalTime

    /// The rooms of the house, and what is on or off in them, in the order of their numbers.
    func rooms() async throws(GuestFailure) -> GuestList<GuestRoomReport>

    /// Who stays in the house now, in the order of the rooms; in one room only, where one is named.
    func stays(in room: RoomNumber?) async throws(GuestFailure) -> GuestList<StayReport>

    /// A check-in, a check-out, a move, a name, do-not-disturb, a lamp and so on.
    func change(_ request: StayRequest, by author: Author) async throws(GuestFailure) -> StayReceipt

    /// Who changed what in stays and rooms, newest first.
    func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayHistoryReport]

    /// The wake-ups that are asked for, the next to ring first.
    func wakeUps(_ query: WakeUpQuery) async throws(GuestFailure) -> GuestList<WakeUpReport>

    /// Wake-ups are set, changed or cancelled.
    func change(_ request: WakeUpRequest, by author: Author) async throws(GuestFailure) -> WakeUpReceipt
}
