import HotelLogic
import Vocabulary

/// Which phones are where in the house, as the telephony configuration says.
package struct HousePhones: Sendable, Hashable {
    package let rooms: [RoomNumber: [ExtensionNumber]]
    /// Those that answer for the house.
    package let desk: [ExtensionNumber]
    /// The members of each ring group.
    private let groups: [ExtensionNumber: [ExtensionNumber]]
    /// Extensions that are switched on.
    private let enabled: Set<ExtensionNumber>

    /// - Parameter others: extensions that are in no room and not at the desk.
    package init(
        rooms: [RoomNumber: [ExtensionNumber]], desk: [ExtensionNumber],
        groups: [ExtensionNumber: [ExtensionNumber]] = [:], others: Set<ExtensionNumber> = []
    ) {
        self.rooms = rooms
        self.desk = desk
        self.groups = groups
        enabled = others.union(rooms.values.joined()).union(desk)
    }

    /// Extensions that are switched off ring nowhere.
    package init(_ plan: TelephonyPlan) {
        let enabled = Set(plan.guests.filter(\.isEnabled).map(\.number) + plan.staff.filter(\.isEnabled).map(\.number))
        let rooms = plan.rooms.map { ($0.number, $0.extensions.filter(enabled.contains)) }
        let members = plan.ringGroups.filter(\.isEnabled).map { ($0.number, $0.members) }
        let groups = Dictionary(members) { first, _ in first }
        self.init(
            rooms: Dictionary(rooms) { first, _ in first },
            desk: Self.phones(plan.desk.answering, groups, enabled), groups: groups, others: enabled)
    }

    /// The phones that ring for a number: its own, or those of a ring group's members; none where it is switched off
    /// or unknown.
    package func phones(ringingFor number: ExtensionNumber) -> [ExtensionNumber] {
        Self.phones([number], groups, enabled)
    }

    private static func phones(
        _ numbers: [ExtensionNumber], _ groups: [ExtensionNumber: [ExtensionNumber]], _ enabled: Set<ExtensionNumber>
    ) -> [ExtensionNumber] {
        var seen: Set<ExtensionNumber> = []
        return numbers.flatMap { groups[$0] ?? [$0] }.filter { enabled.contains($0) && seen.insert($0).inserted }
    }

    /// The room that an extension is in.
    package func room(of number: ExtensionNumber) -> RoomNumber? { rooms.first { $0.value.contains(number) }?.key }
}
