import HotelLogic
import Ports
import Vocabulary

/// Guests of a small hotel, the same in every test that needs some.
package enum SampleGuests {
    /// 26 November 2026, 20:00.
    package static let evening = WallTime(microseconds: 1_795_723_200_000_000)

    /// A house in which two rooms are let, one of them shared, by requests as the desk makes them.
    package static func console() async throws -> MemoryGuestConsole {
        let clock = MemoryClock(wallTime: evening)
        let console = MemoryGuestConsole(zone: .utc, clock: clock)
        let rooms = try (101...104).map { try RoomNumber("\($0)") }
        let numbers = try (1101...1104).map { try ExtensionNumber("\($0)") }
        console.withState { state in
            for (room, number) in zip(rooms, numbers) { state.house.rooms[room] = GuestRoom(numbers: [number]) }
            state.house.classes = [1, 2, 3]
        }
        let anna = Author(.desk, "Anna")
        let departs = try CalendarDate("2026-11-29")
        let ada = Guest(title: "Ms", firstName: "Ada", lastName: "Lovelace", language: "en", isVeryImportant: true)
        let requests: [(StayRequest, Author)] = [
            (.checkIn(rooms[0], [ada], reservation: "4711", departsOn: departs, isSharing: false), Author(.pms)),
            (.checkIn(rooms[1], [Guest(reading: "Kim Roe")], reservation: nil, departsOn: nil, isSharing: false), anna),
            (.checkIn(rooms[1], [Guest(reading: "Sam Lee")], reservation: nil, departsOn: nil, isSharing: true), anna),
            (.setDoNotDisturb(rooms[0], true), Author(.phone, "1101")),
            (.setLamp(rooms[1], MessageLamp(isOn: true, waiting: 2)), anna),
            (.setCalling(rooms[2], RoomCalling(isOpen: false, classOfService: nil)), anna),
            (.report(rooms[2], Housekeeping(.clean, attendant: "17")), Author(.phone, "1103")),
        ]
        for (request, author) in requests {
            _ = try await console.change(request, by: author)
            clock.advance(by: .seconds(60))
        }
        _ = try await console.change(.set([rooms[0]], WakeUpWish(at: [try TimeOfDay("06:30")])), by: anna)
        let daily = WakeUpWish(at: [try TimeOfDay("07:15")], .daily(from: nil, through: departs), language: "de")
        _ = try await console.change(.set([rooms[1]], daily), by: anna)
        return console
    }
}
