import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Menus before the door of those who serve guests.
@Suite struct MenuDeskTests {
    private let guests: MemoryGuestConsole
    private let telephony = MemoryTelephonyConsole()
    private let guest = MenuCaller(number: ExtensionNumber(literal: "1001"), room: try? RoomNumber("101"))
    private let staff = MenuCaller(number: ExtensionNumber(literal: "2001"), room: nil)

    init() async throws {
        let rooms = try ["101", "102"].map { text in
            (try RoomNumber(text), GuestRoom(numbers: [try ExtensionNumber("1" + text.dropFirst())]))
        }
        guests = MemoryGuestConsole()
        guests.withState { $0.house.rooms = Dictionary(uniqueKeysWithValues: rooms) }
        let lee = Guest(lastName: "Lee", language: "fr")
        _ = try await guests.change(
            .checkIn(try RoomNumber("101"), [lee], reservation: nil, departsOn: nil, isSharing: false), by: .system)
        telephony.store.withState { state in
            state.configuration.extensions = [ExtensionEntry(number: "2001")]
        }
    }

    private var desk: MenuDesk { MenuDesk(guests: guests, telephony: telephony) }

    @Test func `a wake-up is set for the caller's room by its phone, listed and cancelled`() async throws {
        let time = try TimeOfDay("07:00")
        guard case .wakeUpSet(time, let day) = await desk.answer(.setWakeUp(time), of: guest) else {
            Issue.record("not set")
            return
        }
        #expect(day != .later)
        guard case .wakeUps(let list) = await desk.answer(.wakeUps, of: guest), let first = list.first else {
            Issue.record("not listed")
            return
        }
        #expect(first.time == time)
        #expect(guests.withState { $0.authors.last } == Author(.phone, "1001"))
        #expect(await desk.answer(.cancelWakeUp(first.id), of: guest) == .cancelled(1))
        #expect(await desk.answer(.wakeUps, of: guest) == .wakeUps([]))
        #expect(await desk.answer(.cancelAllWakeUps, of: guest) == .cancelled(0))
    }

    @Test func `what is set in a room is the room's, what staff set is their own`() async throws {
        #expect(await desk.answer(.setDoNotDisturb(true), of: guest) == .done)
        #expect(guests.withState { $0.house.rooms.values.contains { $0.hasDoNotDisturb } })
        #expect(await desk.answer(.setDoNotDisturb(true), of: staff) == .done)
        #expect(telephony.store.withState { $0.configuration.personal.first?.doNotDisturb } == true)
        #expect(await desk.answer(.forward(to: "600"), of: staff) == .done)
        #expect(telephony.store.withState { $0.configuration.personal.first?.always?.target } == "600")
        #expect(await desk.answer(.forward(to: nil), of: staff) == .done)
        #expect(telephony.store.withState { $0.configuration.personal.first?.always?.isOn } == false)
        // Never set, and off all the same.
        #expect(await desk.answer(.forward(to: nil), of: guest) != .refused(.invalid))
    }

    @Test func `housekeeping reports its own room or a named one`() async throws {
        let other = try RoomNumber("102")
        #expect(await desk.answer(.report(Housekeeping(.clean, attendant: "7"), of: nil), of: guest) == .done)
        #expect(await desk.answer(.report(Housekeeping(.dirty), of: other), of: staff) == .done)
        #expect(guests.withState { $0.house.rooms[other]?.housekeeping?.status } == .dirty)
        #expect(await desk.answer(.report(Housekeeping(.dirty), of: nil), of: staff) == .refused(.invalid))
    }

    @Test func `messages and the language are those of the room's stay`() async throws {
        _ = try await guests.change(
            .setLamp(try RoomNumber("101"), MessageLamp(isOn: true, waiting: 2)), by: .system)
        #expect(await desk.answer(.messages, of: guest) == .messages(waiting: 2, hasBox: true))
        #expect(await desk.language(of: guest) == "fr")
        #expect(await desk.language(of: staff) == nil)
    }

    @Test func `what is wrong, and what cannot be asked now, are told apart`() async throws {
        let empty = MenuCaller(number: ExtensionNumber(literal: "1002"), room: try RoomNumber("102"))
        #expect(await desk.answer(.setWakeUp(try TimeOfDay("07:00")), of: empty) == .refused(.invalid))
        #expect(await desk.answer(.wakeUps, of: staff) == .refused(.invalid))
        guests.withState { $0.answers = false }
        #expect(await desk.answer(.setWakeUp(try TimeOfDay("07:00")), of: guest) == .refused(.notNow))
        #expect(await desk.answer(.messages, of: guest) == .refused(.notNow))
        #expect(await desk.language(of: guest) == nil)
        telephony.store.withState { $0.answers = false }
        #expect(await desk.answer(.setDoNotDisturb(true), of: staff) == .refused(.notNow))
    }
}
