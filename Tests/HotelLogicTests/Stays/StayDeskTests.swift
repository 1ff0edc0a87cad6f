import HotelLogic
import Testing
import Vocabulary

/// What becomes of stays, and what telephones do because of it.
@Suite struct StayDeskTests {
    private var house: GuestHouse
    private var next: UInt64 = 1
    private let now: WallTime
    private let room, other, shut: RoomNumber
    private let box, otherBox: ExtensionNumber
    private let lee = Guest(title: "Ms", lastName: "Lee", language: "en")

    init() throws {
        now = try Berlin.at("2026-11-26 15:00")
        (room, other, shut) = (try RoomNumber("101"), try RoomNumber("102"), try RoomNumber("103"))
        (box, otherBox) = (try ExtensionNumber("1101"), try ExtensionNumber("1102"))
        house = GuestHouse(
            rooms: [
                room: GuestRoom(numbers: [box, try ExtensionNumber("2101")]), other: GuestRoom(numbers: [otherBox]),
                shut: GuestRoom(isInUse: false),
            ],
            classes: [1, 2, 3], guestClass: 2)
    }

    private var desk: StayDesk { StayDesk(node: .secondary, zone: Berlin.zone, house: house, nextNumber: next) }

    @discardableResult
    private mutating func ask(_ request: StayRequest, later seconds: Int64 = 0) throws -> StayDecision {
        let decision = try desk.decide(request, at: WallTime(microseconds: now.rawValue + seconds * 1_000_000))
        for change in decision.changes { house.fold(change) }
        next += 1
        return decision
    }

    private func refusal(_ request: StayRequest) -> String {
        do throws(StayFault) {
            return "accepted: \(try desk.decide(request, at: now))"
        } catch {
            return "\(error)"
        }
    }

    private func checkIn(
        _ room: RoomNumber, _ guests: [Guest] = [], reservation: String? = nil, departsOn: CalendarDate? = nil,
        isSharing: Bool = false
    ) -> StayRequest {
        .checkIn(room, guests, reservation: reservation, departsOn: departsOn, isSharing: isSharing)
    }

    /// What phones do but show the states of their rooms.
    private func deeds(_ decision: StayDecision) -> [TelephonyEffect] {
        decision.effects.filter { if case .state = $0 { false } else { true } }
    }

    @Test mutating func `a guest brings a name, the guests' rights and an empty, open box`() throws {
        let decision = try ask(checkIn(room, [lee]))
        let id = try #require(decision.stay)
        #expect(id == StayID(node: .secondary, number: 1))
        let state = RoomState(room: room, name: "Ms Lee", classOfService: 2, isBoxOpen: true)
        #expect(decision.effects == [.state(state), .emptyBox(box), .wakeUps(.emptied(room))])
        #expect(
            decision.changes == [.arrived(Stay(id: id, room: room, arrivedAt: now, guests: [lee]))])
        #expect(house.forWakeUps.rooms[room]?.stay == id)
    }

    @Test mutating func `nothing of those before is left for the next guest`() throws {
        try ask(.setDoNotDisturb(room, true))
        try ask(.setLamp(room, MessageLamp(isOn: true, waiting: 2)))
        try ask(.setCalling(room, RoomCalling(isOpen: false, classOfService: nil)))
        let decision = try ask(checkIn(room, [lee]))
        #expect(decision.changes.count == 4)
        #expect(decision.effects.contains(.lamp(room, isOn: false)))
        #expect(
            house.state(of: room) == RoomState(room: room, name: "Ms Lee", classOfService: 2, isBoxOpen: true))
    }

    @Test mutating func `a check-out empties and closes the box, and takes rights, lamp and wake-ups`() throws {
        let id = try #require(try ask(checkIn(room, [lee])).stay)
        try ask(.setDoNotDisturb(room, true))
        try ask(.setLamp(room, MessageLamp(isOn: true, waiting: 1)))
        let decision = try ask(.checkOut(id))
        #expect(decision.effects.first == .state(RoomState(room: room)))
        #expect(
            decision.effects.dropFirst() == [
                .lamp(room, isOn: false), .emptyBox(box), .wakeUps(.emptied(room)),
            ])
        #expect(house.rooms[room]?.housekeeping == Housekeeping(.dirty))
        #expect(house.stays.isEmpty)
        #expect(refusal(.checkOut(id)) == "there is no stay S1; it may have ended")
        #expect(refusal(.checkOutRoom(room)) == "nobody stays in room 101")
    }

    @Test mutating func `what a guest set for the room's phones is gone with the guest, and never there for the next`()
        throws
    {
        let id = try #require(try ask(checkIn(room, [lee])).stay)
        house.rooms[room]?.personal = [otherBox, box]
        #expect(try ask(.checkOut(id)).changes.contains(.personalCleared(room, [box, otherBox])))
        #expect(house.rooms[room]?.personal == [])
        house.rooms[room]?.personal = [box]
        #expect(try ask(checkIn(room)).changes.first == .personalCleared(room, [box]))
        house.rooms[room]?.personal = [box]
        #expect(try ask(checkIn(room, isSharing: true)).changes.count == 1)
    }

    @Test mutating func `a language is the main guest's, and nobody's without a name`() throws {
        let id = try #require(try ask(checkIn(room, [lee, Guest(lastName: "Roe")])).stay)
        try ask(.setLanguage(id, "fr"))
        #expect(house.stays[id]?.guests.map(\.language) == ["fr", nil])
        #expect(try ask(.setLanguage(id, "fr")).changes.isEmpty)
        #expect(refusal(.setLanguage(id, "french")) == "`french` is not a language, such as en or de")
        let nameless = try #require(try ask(checkIn(other)).stay)
        #expect(refusal(.setLanguage(nameless, "fr")) == "stay S4 has no guest by name; name one first")
        #expect(
            refusal(checkIn(other, [Guest(title: String(repeating: "t", count: 41), lastName: "A")])).contains(
                "at most 40"))
        #expect(refusal(checkIn(other, reservation: "4\n7")).contains("no number of a management system"))
    }

    @Test mutating func `who shares a room changes nothing for the other, coming or going`() throws {
        let first = try #require(try ask(checkIn(room, [lee])).stay)
        try ask(.setDoNotDisturb(room, true))
        #expect(
            refusal(checkIn(room)) == "room 101 is let, stay S1; check it out first, or say that the room is shared")
        let coming = try ask(checkIn(room, [Guest(firstName: "Kim", lastName: "Roe")], isSharing: true), later: 60)
        let second = try #require(coming.stay)
        #expect(coming.effects.count == 1, "the newer name is shown: \(coming.effects)")
        #expect(house.state(of: room)?.name == "Kim Roe")
        #expect(house.state(of: room)?.hasDoNotDisturb == true)
        let going = try ask(.checkOut(second))
        #expect(house.state(of: room)?.name == "Ms Lee" && house.state(of: room)?.isBoxOpen == true)
        #expect(going.effects.contains(.wakeUps(.leftTo(first, room: room, leaving: second))))
        #expect(!going.effects.contains(.emptyBox(box)))
    }

    @Test mutating func `all who share a room leave it by one request`() throws {
        try ask(checkIn(room, [lee]))
        try ask(checkIn(room, isSharing: true), later: 60)
        let decision = try ask(.checkOutRoom(room))
        #expect(decision.changes.filter { if case .departed = $0 { true } else { false } }.count == 2)
        #expect(decision.effects.contains(.emptyBox(box)) && house.stays.isEmpty)
    }

    @Test mutating func `a move takes everything along and leaves an empty room`() throws {
        let id = try #require(try ask(checkIn(room, [lee])).stay)
        try ask(.setDoNotDisturb(room, true))
        try ask(.setLamp(room, MessageLamp(isOn: true, waiting: 3)))
        try ask(.setCalling(room, RoomCalling(isOpen: true, classOfService: 3)))
        let decision = try ask(.move(id, to: other, isSharing: false))
        #expect(
            house.state(of: other)
                == RoomState(
                    room: other, name: "Ms Lee", classOfService: 3, hasDoNotDisturb: true, isBoxOpen: true))
        #expect(house.state(of: room) == RoomState(room: room))
        #expect(house.rooms[other]?.lamp == MessageLamp(isOn: true, waiting: 3))
        #expect(house.rooms[room]?.housekeeping == Housekeeping(.dirty))
        #expect(
            deeds(decision) == [
                .emptyBox(otherBox), .lamp(other, isOn: true), .moveBox(from: box, to: otherBox),
                .lamp(room, isOn: false), .emptyBox(box), .wakeUps(.emptied(other)),
                .wakeUps(.moved(id, from: room, to: other, leavesRoomEmpty: true)),
            ])
        #expect(try ask(.move(id, to: other, isSharing: false)).changes.isEmpty, "to where one is already")
    }

    @Test mutating func `a move of one who shares leaves the other as it was`() throws {
        try ask(checkIn(room, [lee]))
        let second = try #require(try ask(checkIn(room, isSharing: true), later: 60).stay)
        try ask(.setDoNotDisturb(room, true))
        try ask(.move(second, to: other, isSharing: false))
        #expect(house.state(of: room)?.hasDoNotDisturb == true && house.state(of: other)?.hasDoNotDisturb == false)
        #expect(refusal(.move(second, to: room, isSharing: false)).contains("is let"))
        #expect(refusal(.move(second, to: shut, isSharing: false)) == "room 103 is not in use")
    }

    @Test mutating func `into a room that is let go the messages and the lamp, and nothing else`() throws {
        try ask(checkIn(other, [Guest(lastName: "Roe")]))
        try ask(.setLamp(other, MessageLamp(isOn: true, waiting: 2)))
        let id = try #require(try ask(checkIn(room, [lee]), later: 60).stay)
        try ask(.setLamp(room, MessageLamp(isOn: true, waiting: 3)))
        try ask(.setDoNotDisturb(room, true))
        try ask(.setCalling(room, RoomCalling(isOpen: true, classOfService: 3)))
        let decision = try ask(.move(id, to: other, isSharing: true))
        #expect(
            deeds(decision) == [
                .lamp(other, isOn: true), .moveBox(from: box, to: otherBox), .lamp(room, isOn: false), .emptyBox(box),
                .wakeUps(.moved(id, from: room, to: other, leavesRoomEmpty: true)),
            ])
        #expect(house.rooms[other]?.lamp == MessageLamp(isOn: true, waiting: 5))
        #expect(house.rooms[room]?.lamp == MessageLamp.off)
        #expect(
            house.state(of: other) == RoomState(room: other, name: "Ms Lee", classOfService: 2, isBoxOpen: true))
        #expect(house.state(of: room) == RoomState(room: room))
    }

    @Test mutating func `a lamp that is joined is lit, and counts no further than a lamp does`() throws {
        try ask(checkIn(other))
        let steps = [(false, 0, 0), (true, 600, 600), (false, 0, 600), (true, 400, 999), (true, 1, 999)]
        for (isOn, waiting, sum) in steps {
            let id = try #require(try ask(checkIn(room), later: 60).stay)
            try ask(.setLamp(room, MessageLamp(isOn: isOn, waiting: waiting)))
            let decision = try ask(.move(id, to: other, isSharing: true))
            #expect(house.rooms[other]?.lamp == MessageLamp(isOn: sum > 0, waiting: sum))
            #expect(decision.effects.contains(.lamp(other, isOn: true)) == isOn)
            #expect(decision.effects.contains(.moveBox(from: box, to: otherBox)), "whatever the lamp says")
        }
    }

    @Test mutating func `who leaves others behind leaves them the messages and the lamp`() throws {
        let first = try #require(try ask(checkIn(room, [lee])).stay)
        let second = try #require(try ask(checkIn(room, isSharing: true), later: 60).stay)
        let third = try #require(try ask(checkIn(room, isSharing: true), later: 120).stay)
        let lamp = MessageLamp(isOn: true, waiting: 3)
        try ask(.setLamp(room, lamp))
        let intoEmpty = try ask(.move(second, to: other, isSharing: false))
        #expect(intoEmpty.changes == [.moved(second, to: other)])
        #expect(
            deeds(intoEmpty) == [
                .emptyBox(otherBox), .wakeUps(.emptied(other)),
                .wakeUps(.moved(second, from: room, to: other, leavesRoomEmpty: false)),
            ])
        let intoLet = try ask(.move(third, to: other, isSharing: true))
        #expect(intoLet.changes == [.moved(third, to: other)])
        #expect(
            deeds(intoLet) == [.wakeUps(.moved(third, from: room, to: other, leavesRoomEmpty: false))])
        #expect(house.rooms[room]?.lamp == lamp && house.rooms[other]?.lamp == MessageLamp.off)
        #expect(house.stays(in: room).map(\.id) == [first])
    }

    @Test mutating func `messages that no new box can take are not deleted before the next check-in`() throws {
        let bare = try RoomNumber("104")
        house.rooms[bare] = GuestRoom()
        let id = try #require(try ask(checkIn(room, [lee])).stay)
        let decision = try ask(.move(id, to: bare, isSharing: false))
        #expect(
            deeds(decision) == [
                .wakeUps(.emptied(bare)), .wakeUps(.moved(id, from: room, to: bare, leavesRoomEmpty: true)),
            ])
        #expect(try ask(checkIn(room)).effects.contains(.emptyBox(box)))
    }

    @Test mutating func `what a management system repeats changes only what is new`() throws {
        let id = try #require(try ask(checkIn(room, [lee], reservation: "70031")).stay)
        let again = try ask(checkIn(room, [lee], reservation: "70031"))
        #expect(again.stay == id && again.changes.isEmpty && again.effects.isEmpty)
        let renamed = try ask(checkIn(room, [Guest(lastName: "Li")], reservation: "70031"))
        #expect(renamed.changes == [.guestsChanged(id, [Guest(lastName: "Li")])])
        #expect(house.state(of: room)?.name == "Li")
    }

    @Test mutating func `a repeat that tells no departure keeps the one that is known`() throws {
        let (soon, later) = (try CalendarDate("2026-11-28"), try CalendarDate("2026-11-30"))
        let id = try #require(try ask(checkIn(room, [lee], reservation: "70031", departsOn: soon)).stay)
        #expect(try ask(checkIn(room, [lee], reservation: "70031")).changes.isEmpty)
        #expect(house.stays[id]?.departsOn == soon)
        let longer = try ask(checkIn(room, [lee], reservation: "70031", departsOn: later))
        #expect(longer.changes == [.departureChanged(id, later)])
    }

    @Test mutating func `another main guest who shares under one reservation has a stay of their own`() throws {
        let kim = Guest(firstName: "Kim", lastName: "Lee")
        let first = try #require(try ask(checkIn(room, [lee], reservation: "70031")).stay)
        let coming = try ask(checkIn(room, [kim], reservation: "70031", isSharing: true), later: 60)
        let second = try #require(coming.stay)
        #expect(second != first && coming.changes.count == 1 && deeds(coming).isEmpty)
        #expect(house.stays[first]?.guests == [lee] && house.stays[second]?.reservation == "70031")
        for (guest, stay) in [(lee, first), (kim, second)] {
            for isSharing in [true, false] {
                let again = try ask(checkIn(room, [guest], reservation: "70031", isSharing: isSharing))
                #expect(again.stay == stay && again.changes.isEmpty)
            }
        }
    }

    @Test mutating func `who shares repeats a stay of the same main guest, or of nobody by name`() throws {
        let id = try #require(try ask(checkIn(room, reservation: "70031")).stay)
        let named = try ask(checkIn(room, [lee], reservation: "70031", isSharing: true))
        #expect(named.stay == id && named.changes == [.guestsChanged(id, [lee])])
        let party = [Guest(title: "Dr", lastName: "Lee", language: "de"), Guest(lastName: "Roe")]
        let grown = try ask(checkIn(room, party, reservation: "70031", isSharing: true))
        #expect(grown.stay == id && grown.changes == [.guestsChanged(id, party)])
        #expect(try ask(checkIn(room, reservation: "70031", isSharing: true)).changes.isEmpty)
        let elsewhere = try ask(checkIn(other, party, reservation: "70031"))
        #expect(elsewhere.stay != id && house.stays.count == 2, "another room is no repeat")
    }

    @Test mutating func `a name and a language change on the phones at once`() throws {
        let id = try #require(try ask(checkIn(room, [lee])).stay)
        let decision = try ask(.nameGuests(id, [Guest(firstName: "Ada", lastName: "Lee", language: "de")]))
        #expect(
            decision.effects == [
                .state(RoomState(room: room, name: "Ada Lee", classOfService: 2, isBoxOpen: true))
            ])
        #expect(try ask(.nameGuests(id, [Guest(firstName: "Ada", lastName: "Lee", language: "de")])).changes.isEmpty)
        #expect(try ask(.expectDeparture(id, try CalendarDate("2026-11-28"))).effects.isEmpty)
        #expect(house.forWakeUps.rooms[room]?.departsOn == (try CalendarDate("2026-11-28")))
    }

    @Test mutating func `rights, lamp and reports`() throws {
        #expect(
            try ask(.setCalling(room, RoomCalling(isOpen: false, classOfService: 3))).effects
                == [.state(RoomState(room: room, classOfService: 0))])
        #expect(try ask(.setDoNotDisturb(room, false)).changes.isEmpty)
        let lamp = MessageLamp(isOn: true, waiting: 1)
        #expect(try ask(.setLamp(room, lamp)).changes == [.lamp(room, lamp)])
        #expect(try ask(.setLamp(room, lamp)).effects == [.lamp(room, isOn: true)], "lit again")
        let report = Housekeeping(.clean, attendant: "17")
        #expect(try ask(.report(room, report)).changes == [.housekeeping(room, report)])
        #expect(try ask(.report(room, report)).changes.count == 1, "reported again is another report")
    }

    @Test func `bad input is answered by what is wrong with it`() throws {
        let unknown = try RoomNumber("999")
        #expect(refusal(checkIn(unknown)) == "there is no room 999")
        #expect(refusal(checkIn(shut)) == "room 103 is not in use")
        #expect(refusal(.setDoNotDisturb(unknown, true)) == "there is no room 999")
        #expect(
            refusal(.setCalling(room, RoomCalling(isOpen: true, classOfService: 9))) == "there is no class of service 9"
        )
        #expect(
            refusal(.setLamp(room, MessageLamp(isOn: true, waiting: 1_000)))
                == "1000 messages; at most 999, and not less than none")
        #expect(refusal(checkIn(room, [Guest(lastName: "")])).hasPrefix("`` is not a guest's name"))
        #expect(refusal(checkIn(room, [Guest(lastName: "a\u{1B}[2J")])).hasPrefix("`a·[2J` is not a guest's name"))
        #expect(refusal(checkIn(room, [Guest(lastName: String(repeating: "x", count: 81))])).contains("80 characters"))
        #expect(refusal(checkIn(room, [Guest(lastName: "Lee", language: "DE")])).contains("not a language"))
        #expect(
            refusal(checkIn(room, Array(repeating: lee, count: 21))) == "21 guests; one stay has at most 20")
        #expect(
            refusal(.checkIn(room, [], reservation: nil, departsOn: try CalendarDate("2026-11-25"), isSharing: false))
                == "the departure, 2026-11-25, is before today, 2026-11-26")
        #expect(
            refusal(.report(room, Housekeeping(.clean, attendant: String(repeating: "1", count: 21)))).contains("20"))
    }

    @Test mutating func `the state is the one that the tables come to`() throws {
        try ask(checkIn(room, [lee]))
        try ask(.setCalling(room, RoomCalling(isOpen: true, classOfService: 3)))
        var rows = HouseStateRows(guestClass: 2)
        rows.rooms = ["101", "102"]
        rows.stays = [.init(room: "101", title: "Ms", lastName: "Lee")]
        rows.calling["101"] = .init(isOpen: true, classOfService: 3)
        let states = HouseState(rows, guestOwner: .secondary).rooms
        #expect(states == [house.state(of: room), house.state(of: other)].compactMap { $0 })
    }
}
