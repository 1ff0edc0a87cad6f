import HotelLogic
import Testing
import Vocabulary

/// From the tables to what rooms' phones must know.
@Suite struct HouseStateTests {
    private var rows = HouseStateRows(guestClass: 2)

    init() {
        rows.rooms = ["101", "102", "A-1"]
        rows.staff = ["201"]
        rows.guests = ["1001"]
    }

    private func room(_ text: String, of rows: HouseStateRows) throws -> RoomState {
        try #require(HouseState(rows, guestOwner: .secondary).rooms.first { $0.room.description == text })
    }

    @Test func `a room that is not let has nothing but its number`() throws {
        let state = HouseState(rows, guestOwner: .secondary)
        #expect(state.rooms == (try ["101", "102", "A-1"].map { RoomState(room: try RoomNumber($0)) }))
        #expect(state.guestOwner == .secondary)
    }

    @Test func `a guest brings a name, a class and an open box`() throws {
        var rows = rows
        rows.stays = [.init(room: "101", title: "Ms", firstName: "Ada", lastName: "Lovelace")]
        #expect(
            try room("101", of: rows)
                == RoomState(room: RoomNumber("101"), name: "Ada Lovelace", classOfService: 2, isBoxOpen: true))
        #expect(try room("102", of: rows) == RoomState(room: RoomNumber("102")))
    }

    @Test(arguments: [("Ms", nil, "Ms Lee"), (nil, nil, "Lee"), ("Ms", "", "Ms Lee"), ("Ms", "Kim", "Kim Lee")])
    func `a name is made of what was sent`(title: String?, first: String?, shown: String) throws {
        var rows = rows
        rows.stays = [.init(room: "101", title: title, firstName: first, lastName: "Lee")]
        #expect(try room("101", of: rows).name == shown)
    }

    @Test func `a stay without a name still opens the room`() throws {
        var rows = rows
        rows.stays = [.init(room: "101")]
        #expect(
            try room("101", of: rows) == RoomState(room: RoomNumber("101"), classOfService: 2, isBoxOpen: true))
    }

    @Test func `of two stays in a room the newer counts`() throws {
        var rows = rows
        rows.stays = [.init(room: "101", lastName: "Departing"), .init(room: "101", lastName: "Arrived")]
        #expect(try room("101", of: rows).name == "Arrived")
    }

    @Test func `what somebody set for a room goes before what a stay brings`() throws {
        var rows = rows
        rows.stays = [.init(room: "101", lastName: "Lee")]
        rows.calling["101"] = .init(isOpen: false, classOfService: 4)
        #expect(try room("101", of: rows).classOfService == 0)
        rows.calling["101"] = .init(isOpen: true, classOfService: 4)
        #expect(try room("101", of: rows).classOfService == 4)
        rows.calling["101"] = .init(isOpen: true)
        #expect(try room("101", of: rows).classOfService == 2)
        rows.stays = []
        #expect(try room("101", of: rows).classOfService == nil)
        rows.calling["101"] = .init(isOpen: false)
        #expect(try room("101", of: rows).classOfService == 0)
    }

    @Test func `do-not-disturb needs no guest`() throws {
        var rows = rows
        rows.undisturbedRooms = ["101"]
        #expect(try room("101", of: rows).hasDoNotDisturb)
        #expect(try room("102", of: rows).hasDoNotDisturb == false)
    }

    @Test func `what does not exist, and what makes no sense, has no state`() throws {
        var rows = rows
        rows.rooms += ["no room"]
        rows.stays = [.init(room: "999", lastName: "Gone")]
        rows.undisturbedRooms = ["999"]
        rows.undisturbed = ["201", "1001", "999"]
        rows.forwardings = [
            .init(number: "201", occasion: "busy", target: "9*49#+1"),
            .init(number: "1001", occasion: "always", target: "201"),
            .init(number: "201", occasion: "always", target: ""),
            .init(number: "201", occasion: "never", target: "202"),
            .init(number: "201", occasion: "always", target: "20 1"),
            .init(number: "999", occasion: "always", target: "202"),
        ]
        let state = HouseState(rows, guestOwner: .primary)
        #expect(state.rooms.map(\.room.description) == ["101", "102", "A-1"])
        #expect(state.rooms.allSatisfy { $0 == RoomState(room: $0.room) })
        #expect(state.undisturbed.map(\.description) == ["201"], "rooms have a do-not-disturb of their own")
        #expect(
            state.forwardings == [
                .init(number: try ExtensionNumber("201"), occasion: .busy, target: "9*49#+1"),
                .init(number: try ExtensionNumber("1001"), occasion: .always, target: "201"),
            ])
    }

    @Test func `each guest is spoken to in the own language, sharers too`() throws {
        var rows = rows
        let (first, second, gone) = (
            StayID(node: .secondary, number: 1), StayID(node: .secondary, number: 2), StayID(node: .primary, number: 9)
        )
        rows.stays = [
            .init(room: "101", language: "fr", id: first), .init(room: "101", language: "es", id: second),
            .init(room: "102", id: StayID(node: .secondary, number: 3)),
        ]
        let languages = HouseLanguages(rows)
        let room = try RoomNumber("101")
        #expect(languages.language(of: WakeUpPlace(room, stay: first)) == "fr")
        #expect(languages.language(of: WakeUpPlace(room, stay: second)) == "es")
        #expect(languages.language(of: WakeUpPlace(room)) == "es", "nobody in particular: the newer stay's")
        #expect(languages.language(of: WakeUpPlace(room, stay: gone)) == "es", "a stay that is over counts no more")
        #expect(languages.language(of: WakeUpPlace(try RoomNumber("102"))) == nil)
    }
}
