import HotelLogic
import Vocabulary

/// A room as those see it who serve its guests, as `comxfailover rooms status` shows it.
package struct GuestRoomReport: Sendable, Hashable, Codable {
    package let room: RoomNumber
    /// The phones in it; the first has the voicemail box.
    package let numbers: [ExtensionNumber]
    package let isInUse: Bool
    /// Who stays in it, the newest last.
    package let stays: [StayID]
    /// The guest as the staff's phones show one.
    package let name: String?
    /// The language of the newest stay's main guest; nil is the house's.
    package let language: String?
    package let hasDoNotDisturb: Bool
    package let isLampOn: Bool
    package let messagesWaiting: Int
    /// nil was never reported.
    package let housekeeping: Housekeeping.Status?
    /// The code that whoever reported it dialled.
    package let attendant: String?
    /// False: nothing outside but emergency calls.
    package let isOpen: Bool
    /// The class that was chosen for the room; nil is the standard.
    package let classOfService: Int?

    /// nil where there is no such room.
    package init?(_ room: RoomNumber, in house: GuestHouse) {
        guard let known = house.rooms[room] else { return nil }
        self.init(room, known, house.stays(in: room))
    }

    /// All rooms of a house, in the order of their numbers.
    package static func all(in house: GuestHouse) -> [GuestRoomReport] {
        let stays = house.staysByRoom
        return house.rooms.sorted { $0.key < $1.key }.map { GuestRoomReport($0.key, $0.value, stays[$0.key] ?? []) }
    }

    private init(_ room: RoomNumber, _ known: GuestRoom, _ stays: [Stay]) {
        self.room = room
        numbers = known.numbers
        isInUse = known.isInUse
        self.stays = stays.map(\.id)
        name = stays.last?.guests.first?.shownName
        language = stays.last?.guests.first?.language
        hasDoNotDisturb = known.hasDoNotDisturb
        (isLampOn, messagesWaiting) = (known.lamp.isOn, known.lamp.waiting)
        housekeeping = known.housekeeping?.status
        attendant = known.housekeeping?.attendant
        isOpen = known.calling.isOpen
        classOfService = known.calling.classOfService
    }
}
