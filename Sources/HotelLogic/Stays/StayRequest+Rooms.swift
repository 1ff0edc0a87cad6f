import Vocabulary

extension StayRequest {
    /// The rooms that it names, itself or by a stay.
    package func rooms(in house: GuestHouse) -> [RoomNumber] {
        switch self {
        case .checkIn(let room, _, _, _, _), .checkOutRoom(let room), .setCalling(let room, _),
            .setDoNotDisturb(let room, _), .setLamp(let room, _), .report(let room, _):
            [room]
        case .checkOut(let stay), .nameGuests(let stay, _), .setLanguage(let stay, _),
            .expectDeparture(let stay, _):
            [house.stays[stay]?.room].compactMap { $0 }
        case .move(let stay, let room, _): [house.stays[stay]?.room, room].compactMap { $0 }
        }
    }
}
