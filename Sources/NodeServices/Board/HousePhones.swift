import HotelLogic
import Vocabulary

/// Which phones are where in the house, as the telephony configuration says.
package struct HousePhones: Sendable, Hashable {
    package let rooms: [RoomNumber: [ExtensionNumber]]
    /// Those that answer for the house.
    package let desk: [ExtensionNumber]

    package init(rooms: [RoomNumber: [ExtensionNumber]], desk: [ExtensionNumber]) {
        self.rooms = rooms
        self.desk = desk
    }

    /// Extensions that are switched off ring nowhere.
    package init(_ plan: TelephonyPlan) {
        let enabled = Set(plan.guests.filter(\.isEnabled).map(\.number) + plan.staff.filter(\.isEnabled).map(\.number))
        let rooms = plan.rooms.map { ($0.number, $0.extensions.filter(enabled.contains)) }
        var desk: [ExtensionNumber] = []
        for number in plan.desk.answering {
            let members = plan.ringGroups.first { $0.number == number && $0.isEnabled }?.members ?? [number]
            desk += members.filter { enabled.contains($0) && !desk.contains($0) }
        }
        self.init(rooms: Dictionary(rooms) { first, _ in first }, desk: desk)
    }

    /// The room that an extension is in.
    package func room(of number: ExtensionNumber) -> RoomNumber? { rooms.first { $0.value.contains(number) }?.key }
}
