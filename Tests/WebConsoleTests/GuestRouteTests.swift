import Foundation
import HotelLogic
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// The routes of stays, rooms and wake-ups against a house in memory.
@Suite struct GuestRouteTests {
    private let guests = MemoryGuestConsole()

    init() throws {
        let rooms = try ["101", "102", "S1"].map { try RoomNumber($0) }
        let number = try ExtensionNumber("1101")
        guests.withState { state in
            for room in rooms { state.house.rooms[room] = GuestRoom(numbers: [number]) }
            state.house.classes = [1, 2, 3]
        }
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws -> TestResponse {
        let router = APIRouter(console: SampleReports.console(), guests: guests, softwareVersion: "9.8.7").router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(
                uri: "\(APIRouter.root)/\(path)", method: method, body: json.map { ByteBuffer(string: $0) })
        }
    }

    // MARK: Stays

    @Test func `a stay begins, moves, is named, is expected to leave, and ends`() async throws {
        let added = try await ask(
            .post, "stays",
            #"{"room": "101", "guests": [{"lastName": "Lee", "title": "Ms"}], "departs": "tomorrow", "by": "Anna"}"#)
        #expect(added.status == .created)
        let receipt = try added.value(StayReceipt.self)
        #expect(receipt.stay?.description == "S1" && receipt.safety.isOnBoth)
        #expect(try await ask(.post, "stays/101/move", #"{"room": "102"}"#).status == .ok)
        #expect(try await ask(.post, "stays/102/language", #"{"language": "fr"}"#).status == .ok)
        #expect(try await ask(.post, "stays/102/departure", "{}").status == .ok)
        let list = try await ask(.get, "stays?room=102").value(GuestList<StayReport>.self)
        #expect(list.owner == .secondary && !list.isCopy)
        #expect(list.lines.map(\.room.description) == ["102"] && list.lines[0].departsOn == nil)
        #expect(list.lines[0].guests.map(\.language) == ["fr"] && list.lines[0].guests[0].shownName == "Ms Lee")
        #expect(try await ask(.post, "stays/102/guests", #"{"guests": [{"lastName": "Roe"}]}"#).status == .ok)
        #expect(try await ask(.post, "stays/102/check-out", "{}").status == .ok)
        #expect(try await ask(.get, "stays").value(GuestList<StayReport>.self).lines.isEmpty)
        #expect(guests.withState { $0.authors.first } == Author(.desk, "Anna"))
    }

    @Test func `who changed what is told, newest first`() async throws {
        _ = try await ask(.post, "stays", #"{"room": "101", "by": "Anna"}"#)
        _ = try await ask(.post, "stays/101/move", #"{"room": "102", "by": "Bert", "way": "web"}"#)
        let all = try await ask(.get, "stays/history?limit=9").value([StayHistoryReport].self)
        #expect(all.map(\.event).contains(.arrived) && all.last?.event != .moved)
        let moved = try #require(
            try await ask(.get, "stays/history?room=102").value([StayHistoryReport].self).last { $0.event == .moved })
        #expect(moved.by == "Bert" && moved.way == .web && moved.formerRoom?.description == "101")
        try await ask(.get, "stays/history?limit=0").expectError(.badRequest, "invalid", naming: "limit is a number")
    }

    @Test func `a room comes before a stay of the same name, and a room that is shared is not one stay`() async throws {
        _ = try await ask(.post, "stays", #"{"room": "101"}"#)
        try await ask(.post, "stays/S1/check-out", "{}").expectError(.badRequest, "invalid", naming: "nobody stays")
        _ = try await ask(.post, "stays", #"{"room": "101", "isSharing": true}"#)
        try await ask(.post, "stays/101/move", #"{"room": "102"}"#)
            .expectError(.badRequest, "invalid", naming: "several stays share room 101: S1, S2")
        #expect(try await ask(.post, "stays/S2/move", #"{"room": "102"}"#).status == .ok)
        #expect(try await ask(.post, "stays/101/check-out", "{}").status == .ok)
    }

    @Test(arguments: [
        ("stays", "{}", "name the room"), ("stays", #"{"room": "1 1"}"#, "room"),
        ("stays", #"{"room": "102", "departs": "friday"}"#, "'friday' is not a day"),
        ("stays", #"{"room": "102", "departs": "2001-01-01"}"#, "is before today"),
        ("stays", #"{"room": "102", "guests": [{"lastName": ""}]}"#, "is not a guest's name"),
        ("stays", #"{"room": "102", "reservation": "\#(String(repeating: "9", count: 41))"}"#, "at most 40"),
        ("stays/101/move", "{}", "name the room"), ("rooms/101/lamp", "{}", "`isOn` is missing"),
        ("rooms/101/lamp", #"{"isOn": true, "waiting": 1000}"#, "1000 messages"),
        ("rooms/101/housekeeping", #"{"status": "tidy"}"#, "status"),
        ("rooms/101/housekeeping", #"{"status": "clean", "attendant": ""}"#, "is no code of an attendant"),
        ("wakeups", #"{"times": ["06:30"]}"#, "no room was named"),
        ("wakeups", #"{"rooms": "101"}"#, "no time was named"),
        ("wakeups", #"{"rooms": "101", "times": ["25:00"]}"#, "'25:00' is not a time of day"),
        ("wakeups", #"{"rooms": "120-101", "times": ["06:30"]}"#, "`120-101` is not a range"),
        ("wakeups", #"{"rooms": "1001-9001", "times": ["06:30"]}"#, "at most 2000"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "isDaily": true, "days": ["today"]}"#, "either daily"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "until": "tomorrow"}"#, "of daily ones"),
        ("wakeups/cancel", #"{"rooms": "101,102"}"#, "of one room"),
        ("wakeups/cancel", #"{"rooms": "101"}"#, "room 101 has no such wake-up"),
        ("wakeups/S1x/cancel", "{}", "is not a wake-up such as S12"), ("wakeups/S1/change", "{}", "another time"),
    ])
    func `a request that makes no sense is refused in one line`(path: String, body: String, words: String) async throws
    {
        let stay = Stay(
            id: StayID(node: .secondary, number: 1), room: try RoomNumber("101"),
            arrivedAt: WallTime(microseconds: 0))
        guests.withState { $0.house.fold(.arrived(stay)) }
        let answer = try await ask(.post, path, body)
        try answer.expectError(.badRequest, "invalid", naming: words)
        #expect(try !answer.value(ErrorBody.self).error.message.contains("\n"))
        #expect(guests.withState { $0.authors }.isEmpty)
    }

    @Test(arguments: ["stays/999/check-out", "stays/S9/check-out", "rooms/999/lamp", "wakeups/S9/cancel"])
    func `what does not exist is not found`(path: String) async throws {
        try await ask(.post, path, #"{"isOn": true}"#).expectError(.notFound, "not-found", naming: "there is no")
    }

    // MARK: Rooms

    @Test func `what is on or off in a room is changed and shown`() async throws {
        #expect(try await ask(.post, "rooms/101/do-not-disturb", #"{"isOn": true}"#).status == .ok)
        #expect(try await ask(.post, "rooms/101/lamp", #"{"isOn": true}"#).status == .ok)
        #expect(try await ask(.post, "rooms/101/calling", #"{"isOpen": false}"#).status == .ok)
        let report = #"{"status": "clean", "attendant": "17", "way": "phone", "by": "1101"}"#
        #expect(try await ask(.post, "rooms/101/housekeeping", report).status == .ok)
        let list = try await ask(.get, "rooms/status").value(GuestList<GuestRoomReport>.self)
        let room = try #require(list.lines.first { $0.room.description == "101" })
        #expect(room.hasDoNotDisturb && room.isLampOn && room.messagesWaiting == 1 && !room.isOpen)
        #expect(room.housekeeping == .clean && room.attendant == "17")
        #expect(guests.withState { $0.authors.last } == Author(.phone, "1101"))
        try await ask(.post, "rooms/101/calling", #"{"classOfService": 9}"#)
            .expectError(.notFound, "not-found", naming: "no class of service 9")
    }

    // MARK: Wake-ups

    @Test func `wake-ups are set for a group, changed and cancelled`() async throws {
        for room in ["101", "102"] { _ = try await ask(.post, "stays", #"{"room": "\#(room)"}"#) }
        let set = try await ask(
            .post, "wakeups", #"{"rooms": "101-102", "times": ["06:30", "07:00"], "days": ["tomorrow"]}"#)
        #expect(set.status == .created)
        #expect(try set.value(WakeUpReceipt.self).lines.map(\.wakeUp.description) == ["S1", "S2", "S3", "S4"])
        let again = try await ask(.post, "wakeups", #"{"rooms": "101", "times": ["06:30"], "days": ["tomorrow"]}"#)
        #expect(try again.value(WakeUpReceipt.self).lines.map(\.outcome) == [.already])
        #expect(try await ask(.post, "wakeups/S1/change", #"{"times": ["06:45"]}"#).status == .ok)
        let list = try await ask(.get, "wakeups?room=101&on=tomorrow").value(GuestList<WakeUpReport>.self)
        #expect(list.lines.map(\.time.description) == ["06:45", "07:00"])
        #expect(try await ask(.post, "wakeups/S1/cancel", "{}").status == .ok)
        #expect(try await ask(.post, "wakeups/cancel", #"{"rooms": "102", "times": ["07:00"]}"#).status == .ok)
        #expect(try await ask(.get, "wakeups").value(GuestList<WakeUpReport>.self).lines.count == 2)
        #expect(try await ask(.get, "wakeups?all=true").value(GuestList<WakeUpReport>.self).lines.count == 4)
        try await ask(.get, "wakeups?room=999").expectError(.notFound, "not-found", naming: "no room 999")
    }

    @Test func `all reasons are told at once, a line each`() async throws {
        let answer = try await ask(.post, "wakeups", #"{"rooms": "101,999", "times": ["06:30"]}"#)
        try answer.expectError(
            .badRequest, "invalid", naming: "nobody stays in room 101: it is checked out\nthere is no room 999")
    }

    @Test func `the other node's guests are not changed, and the database that is away is told`() async throws {
        guests.withState { ($0.owner, $0.isOwnerDown) = (.primary, true) }
        try await ask(.post, "wakeups", #"{"rooms": "101", "times": ["06:30"]}"#)
            .expectError(.conflict, "refused", naming: "while the guest system, the Primary, is down")
        try await ask(.post, "stays", #"{"room": "101"}"#).expectError(.conflict, "refused", naming: "last copy")
        #expect(try await ask(.get, "stays").value(GuestList<StayReport>.self).isCopy)
        guests.withState { $0.answers = false }
        try await ask(.get, "stays").expectError(.serviceUnavailable, "unavailable", naming: "does not answer")
    }

    @Test(arguments: [
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "days": ["2025-06-14"]}"#, "2025-06-14 06:30 is over"),
        ("wakeups", #"{"rooms": "101", "times": ["6.30"]}"#, "'6.30' is not a time of day"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "days": ["2026-02-30"]}"#, "'2026-02-30' is not a day"),
        ("wakeups", #"{"rooms": "101", "times": []}"#, "no time was named"),
        ("wakeups", #"{"times": ["06:30"]}"#, "no room was named"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "isDaily": true, "days": ["today"]}"#, "either daily, or"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "language": "french"}"#, "is not a language"),
        ("wakeups", #"{"rooms": "101", "times": ["06:30"], "number": "1102"}"#, "1102 is not in room 101"),
        ("wakeups/noon/cancel", "{}", "`noon` is not a wake-up such as S12"),
        ("wakeups/S1/change", "{}", "name another time, or other days"),
        ("wakeups/cancel", #"{"rooms": "101", "days": ["today"]}"#, "with a day, name the time as well"),
        ("wakeups/cancel", #"{"rooms": "101"}"#, "room 101 has no such wake-up"),
    ])
    func `bad input gets one clear line`(path: String, json: String, words: String) async throws {
        _ = try await ask(.post, "stays", #"{"room": "101"}"#)
        try await ask(.post, path, json).expectError(.badRequest, "invalid", naming: words)
    }

    @Test func `ten thousand for one room are refused with the limit, however they are asked for`() async throws {
        _ = try await ask(.post, "stays", #"{"room": "101"}"#)
        func set(_ days: [String]) async throws -> TestResponse {
            try await ask(.post, "wakeups", #"{"rooms": "101", "times": ["06:30"], "days": \#(days)}"#)
        }
        let first = CalendarDate.first(of: guests)
        let days = (1...4_000).map { first.adding(days: $0 % 300).description }
        try await set(days).expectError(
            .badRequest, "invalid", naming: "300 calls for each room at once; at most 12")
        let more = days + days + days
        #expect(try await set(more).status == .contentTooLarge)
        for day in 1...12 { _ = try await set([first.adding(days: day).description]) }
        try await set([first.adding(days: 13).description]).expectError(
            .badRequest, "invalid", naming: "room 101 cannot have more than 12 wake-ups")
    }
}

extension CalendarDate {
    /// The day on which a house in memory stands.
    fileprivate static func first(of guests: MemoryGuestConsole) -> CalendarDate {
        guests.zone.localTime(at: guests.clock.wallTime()).date
    }
}
