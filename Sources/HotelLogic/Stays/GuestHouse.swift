import Vocabulary

/// The rooms of the house, and who stays in them now.
package struct GuestHouse: Sendable, Hashable {
    package var rooms: [RoomNumber: GuestRoom]
    /// Stays that have not ended.
    package private(set) var stays: [StayID: Stay] = [:]
    /// The codes of the classes that there are.
    package var classes: Set<Int>
    /// The class of a room that is let.
    package var guestClass: Int

    package init(rooms: [RoomNumber: GuestRoom] = [:], stays: [Stay] = [], classes: Set<Int> = [], guestClass: Int = 2)
    {
        self.rooms = rooms
        self.classes = classes
        self.guestClass = guestClass
        self.stays = Dictionary(stays.map { ($0.id, $0) }) { _, newer in newer }
    }

    // MARK: Inputs

    /// Something changed, and is kept.
    package mutating func fold(_ change: StayChange) {
        switch change {
        case .arrived(let stay): stays[stay.id] = stay
        case .departed(let id, _): stays[id] = nil
        case .moved(let id, let room): stays[id]?.room = room
        case .guestsChanged(let id, let guests): stays[id]?.guests = guests
        case .departureChanged(let id, let date): stays[id]?.departsOn = date
        case .doNotDisturb(let room, let isOn): rooms[room]?.hasDoNotDisturb = isOn
        case .lamp(let room, let lamp): rooms[room]?.lamp = lamp
        case .housekeeping(let room, let housekeeping): rooms[room]?.housekeeping = housekeeping
        case .calling(let room, let calling): rooms[room]?.calling = calling
        case .personalCleared(let room, let numbers): rooms[room]?.personal.subtract(numbers)
        }
    }

    // MARK: Queries

    /// Who stays in the room, the newest last.
    package func stays(in room: RoomNumber) -> [Stay] {
        Self.sorted(stays.values.filter { $0.room == room })
    }

    /// Who stays in each room that anybody stays in, the newest last.
    package var staysByRoom: [RoomNumber: [Stay]] {
        Dictionary(grouping: stays.values, by: \.room).mapValues(Self.sorted)
    }

    private static func sorted(_ stays: [Stay]) -> [Stay] {
        stays.sorted { ($0.arrivedAt, $0.id) < ($1.arrivedAt, $1.id) }
    }

    /// What its phones must know of the room now.
    package func state(of room: RoomNumber) -> RoomState? {
        guard let known = rooms[room] else { return nil }
        let newest = stays(in: room).last
        let standard = newest == nil ? nil : guestClass
        return RoomState(
            room: room, name: newest?.guests.first?.shownName,
            classOfService: known.calling.isOpen ? known.calling.classOfService ?? standard : 0,
            hasDoNotDisturb: known.hasDoNotDisturb, isBoxOpen: newest != nil)
    }

    /// As the desk of wake-ups must know it.
    package var forWakeUps: WakeUpHouse {
        let stays = staysByRoom
        return WakeUpHouse(
            rooms.reduce(into: [:]) { known, entry in
                let newest = stays[entry.key]?.last
                known[entry.key] = WakeUpHouse.Room(
                    numbers: entry.value.numbers, isInUse: entry.value.isInUse, stay: newest?.id,
                    departsOn: newest?.departsOn)
            })
    }
}
