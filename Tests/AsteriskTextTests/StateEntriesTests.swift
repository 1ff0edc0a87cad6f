import AsteriskText
import Testing
import Vocabulary

/// From the state of the house to entries of Asterisk's database.
@Suite struct StateEntriesTests {
    private func values(_ state: HouseState) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: StateEntries(state).values.map { ("\($0.key.family)/\($0.key.key)", $0.value) })
    }

    @Test func `everything has its place, and nothing is written where nothing is to be said`() throws {
        var state = HouseState(guestOwner: .secondary)
        #expect(values(state) == ["owner/guest": "secondary"])
        state.rooms = [
            RoomState(
                room: try RoomNumber("101"), name: "Ada Lovelace", classOfService: 0, hasDoNotDisturb: true,
                isBoxOpen: true),
            RoomState(room: try RoomNumber("102")),
        ]
        state.undisturbed = [try ExtensionNumber("201")]
        state.forwardings = [.init(number: try ExtensionNumber("1001"), occasion: .noAnswer, target: "201")]
        #expect(
            values(state) == [
                "owner/guest": "secondary", "room/101/name": "Ada Lovelace", "room/101/class": "0",
                "room/101/dnd": "on", "room/101/box": "open", "staff/201/dnd": "on", "forward/1001/no-answer": "201",
            ])
    }

    @Test(arguments: [
        ("O'Hara", "O'Hara"), ("Müller-Lüdenscheid", "Müller-Lüdenscheid"), ("a\r\nAction: Login", "a Action Login"),
        ("${SHELL(rm)}", "SHELL rm"), ("x)?Hangup(1", "x ?Hangup 1"), ("\"Bob\" [x]", "Bob x"), ("a,b:c;d", "a b c d"),
    ])
    func `a name is shown and nothing else`(name: String, shown: String) throws {
        let state = HouseState(
            rooms: [RoomState(room: try RoomNumber("101"), name: name)], guestOwner: .primary)
        #expect(values(state)["room/101/name"] == shown)
    }

    @Test func `a name of which nothing is left is none`() throws {
        let state = HouseState(rooms: [RoomState(room: try RoomNumber("101"), name: " ;;\n")], guestOwner: .primary)
        #expect(values(state)["room/101/name"] == nil)
    }

    @Test func `the difference is what is new, what changed and what has to go`() throws {
        let room = try RoomNumber("101")
        let other = try RoomNumber("102")
        let present: [StateKey: String] = [
            .roomName(room): "Old", .roomClass(room): "2", .roomBox(other): "open", .guestOwner: "secondary",
        ]
        let wanted: [StateKey: String] = [
            .roomName(room): "New", .roomClass(room): "2", .roomDoNotDisturb(room): "on", .guestOwner: "secondary",
        ]
        let difference = StateDifference(from: present, to: wanted)
        #expect(difference.puts.map(\.key) == [.roomDoNotDisturb(room), .roomName(room)])
        #expect(difference.puts.map(\.value) == ["on", "New"])
        #expect(difference.removals == [.roomBox(other)])
        #expect(StateDifference(from: wanted, to: wanted).isEmpty)
        #expect(StateDifference(from: [:], to: [:]).isEmpty)
    }

    @Test func `a place of the state is known again, and places of others are not ours`() throws {
        let room = try RoomNumber("A-1")
        let number = try ExtensionNumber("201")
        let ours: [StateKey] = [
            .roomName(room), .roomClass(room), .roomDoNotDisturb(room), .roomBox(room), .staffDoNotDisturb(number),
            .forwarding(number, "always"), .forwarding(number, "unreachable"), .guestOwner,
        ]
        for key in ours { #expect(StateKey(pushedFamily: key.family, key: key.key) == key) }
        #expect(
            Set(ours.compactMap { $0.family.split(separator: "/").first.map(String.init) })
                == Set(StateKey.pushedFamilies))
        for (family, key) in [
            ("room/101", "note"), ("room", "name"), ("room/101/x", "name"), ("room/", "name"), ("forward/201", "x"),
            ("staff/201", "name"), ("owner", "configuration"), ("owner/x", "guest"), ("daemon", "seen"),
            ("emergency", "back"), ("DND", "201"), ("", ""),
        ] { #expect(StateKey(pushedFamily: family, key: key) == nil) }
    }
}
