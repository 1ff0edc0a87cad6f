import HotelLogic
import Vocabulary

/// Requests about guests, drawn from a seed: sensible ones, and ones that must be refused.
struct GuestRequests {
    private var state: UInt64
    private let rooms: [RoomNumber]

    init(seed: UInt64, rooms: [RoomNumber]) {
        state = seed &* 0x2545_F491_4F6C_DD1D | 1
        self.rooms = rooms
    }

    mutating func stay(over house: GuestHouse, today: CalendarDate) throws -> StayRequest {
        switch below(12) {
        case 0...2:
            .checkIn(
                room(), try guests(), reservation: chance() ? "R\(below(9))" : nil,
                departsOn: chance() ? today.adding(days: below(5)) : nil, isSharing: chance())
        case 3: .checkOut(stayID(in: house))
        case 4: .checkOutRoom(room())
        case 5: .move(stayID(in: house), to: room(), isSharing: chance())
        case 6: .nameGuests(stayID(in: house), try guests())
        case 7: .expectDeparture(stayID(in: house), chance() ? today.adding(days: below(9) - 1) : nil)
        case 8: .setDoNotDisturb(room(), chance())
        case 9: .setLamp(room(), MessageLamp(isOn: chance(), waiting: below(4)))
        case 10: .setCalling(room(), RoomCalling(isOpen: chance(), classOfService: chance() ? 1 + below(6) : nil))
        default: chance() ? .setLanguage(stayID(in: house), chance() ? "fr" : nil) : .report(room(), housekeeping())
        }
    }

    mutating func wakeUps(_ book: WakeUpBook, today: CalendarDate) throws -> WakeUpRequest {
        let time = try TimeOfDay("0\(below(9)):\(below(6))0")
        let known = book.all.map(\.id)
        switch below(4) {
        case 0...1:
            let days: [WakeUpDays] = [.next, .on([today.adding(days: below(4))]), .daily()]
            let wanted = (0...below(3)).map { _ in room() }
            return .set(wanted, WakeUpWish(at: [time], days[below(3)]))
        case 2: return known.isEmpty ? .cancelAll(room()) : .cancel(known[below(known.count)])
        default:
            guard !known.isEmpty else { return .cancelAt(room(), time, on: nil) }
            return .change(known[below(known.count)], time: time, days: nil)
        }
    }

    mutating func author() -> Author {
        Author(Author.Way.allCases[below(5)], [nil, "Zoë O'Neill", "\\'; DROP"][below(3)])
    }

    mutating func chance() -> Bool { below(2) == 0 }

    mutating func below(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state &* 0x9E37_79B9_7F4A_7C15 >> 33) % UInt64(count))
    }

    private mutating func room() -> RoomNumber { rooms[below(rooms.count)] }

    private mutating func stayID(in house: GuestHouse) -> StayID {
        let known = house.stays.keys.sorted()
        guard !known.isEmpty, below(10) > 0 else { return StayID(node: .primary, number: UInt64(below(5))) }
        return known[below(known.count)]
    }

    private mutating func guests() throws -> [Guest] {
        (0..<below(4)).map { index in
            Guest(
                title: chance() ? "Dr" : nil, firstName: chance() ? "Zoë 🛎" : nil, lastName: "O'Hara \"\\\(index)",
                language: chance() ? "de" : nil, isVeryImportant: chance(), number: chance() ? "G\(index)" : nil)
        }
    }

    private mutating func housekeeping() -> Housekeeping {
        Housekeeping(Housekeeping.Status.allCases[below(5)], attendant: chance() ? "17" : nil)
    }
}
