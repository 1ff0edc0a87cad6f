import HotelLogic
import Testing

/// Edits of the configuration: all of each, or nothing.
@Suite struct EditingTests {
    var house = House()

    @Test mutating func `a staff extension gets the standard and a password of its own`() throws {
        let receipt = try house.edit(.add, .extensions, ["201"], ["name": "Anna \"A;B\" [x] 🛎"])
        #expect(receipt.secretsDrawn == 1)
        let entry = try house.entry("201")
        #expect(entry.name == "Anna \"A;B\" [x] 🛎")
        #expect(entry.secret == "drawn-1-secret")
        #expect(entry.hidingSecrets.secret == FieldText.hiddenSecret)
        #expect(!entry.hasVoicemail)
    }

    @Test mutating func `a range of guests shares a password and makes its rooms`() throws {
        let receipt = try house.edit(
            .add, .extensions, ["1001-1300"], ["party": "guest", "name": "Room {}", "room": "{}"])
        #expect(receipt.keys.count == 300)
        #expect(receipt.roomsAdded.count == 300)
        #expect(receipt.secretsDrawn == 1)
        let entry = try house.entry("1300")
        #expect(entry.name == "Room 1300" && entry.room == "1300" && entry.secret == nil && entry.hasVoicemail)
        #expect(house.configuration.settings.guestSecret == "drawn-1-secret")
    }

    @Test(arguments: ["Anna\nBerg", "Anna\u{0}", "a\u{202e}b", "   ", String(repeating: "x", count: 81)])
    mutating func `a name that is no line of text is refused in one line`(name: String) {
        let lines = house.refusal(.add, .extensions, ["201"], ["name": name])
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("201: name: ") == true)
        #expect(lines.first?.contains("\n") == false)
    }

    @Test mutating func `a name of 80 characters of four bytes each is accepted`() throws {
        let name = String(repeating: "\u{1d11e}", count: 80)
        try house.edit(.add, .extensions, ["201"], ["name": name])
        #expect(try house.entry("201").name == name)
    }

    @Test(arguments: [
        ("2 1", "not a number to dial"), ("", "not a number to dial"), ("201-199", "not a range"),
        ("99-101", "not a range"), ("1-20000", "not a range"), ("10000-29999", "at most 10000"),
        ("112", "emergency number"), ("9911", "emergency number behind"), ("0", "code of the desk"),
    ])
    mutating func `a wrong number is refused`(key: String, words: String) {
        let lines = house.refusal(.add, .extensions, [key])
        #expect(lines.count == 1 && lines[0].contains(words), "\(lines)")
    }

    @Test mutating func `every wrong field is told at once and nothing is changed`() {
        let lines = house.refusal(
            .add, .extensions, ["201"],
            ["class": "0", "ring-seconds": "soon", "secret": "a b", "voicemail": "perhaps", "color": "red"])
        #expect(lines.count == 5)
        #expect(lines.contains { $0.hasPrefix("201: class: `0` is not a number from 1 to 999") })
        #expect(lines.contains { $0.contains("there is no field `color`") })
        #expect(!lines.joined().contains("a b"))
    }

    @Test mutating func `what is there is not added again, and what is not there is not changed`() throws {
        try house.edit(.add, .extensions, ["201"])
        #expect(house.refusal(.add, .extensions, ["200-202"]).count == 1)
        #expect(house.refusal(.edit, .extensions, ["203"], ["note": "x"])[0].contains("no such extension"))
        #expect(house.refusal(.remove, .extensions, ["201", "201"])[0].contains("named twice"))
        #expect(house.refusal(.add, .extensions, ["204"], ["class": "77"])[0].contains("no class of service 77"))
    }

    @Test mutating func `an edit changes only what it names and an empty text is the standard`() throws {
        try house.edit(.add, .extensions, ["201"], ["name": "Anna", "department": "Desk", "class": "4"])
        try house.edit(.edit, .extensions, ["201"], ["department": "", "ring-seconds": "40"])
        let entry = try house.entry("201")
        #expect(entry.name == "Anna" && entry.department == nil && entry.classOfService == 4)
        #expect(entry.ringSeconds == 40)
    }

    @Test mutating func `an extension moves from room to room`() throws {
        try house.edit(.add, .extensions, ["1001", "1002"], ["party": "guest", "room": "101"])
        try house.edit(.edit, .extensions, ["1001"], ["room": "102"])
        #expect(house.configuration.rooms.map(\.extensions) == [["1002"], ["1001"]])
        try house.edit(.edit, .rooms, ["101"], ["extensions": ""])
        try house.edit(.edit, .rooms, ["102"], ["extensions": "1002,1001"])
        #expect(try house.entry("1002").room == "102")
        #expect(house.refusal(.edit, .rooms, ["101"], ["extensions": "1001"])[0].contains("is in room"))
        try house.edit(.remove, .extensions, ["1001"])
        #expect(house.configuration.rooms.map(\.extensions) == [[], ["1002"]])
    }

    @Test mutating func `staff are in no room and have no analog line`() {
        let lines = house.refusal(.add, .extensions, ["201"], ["room": "101", "line": "analog"])
        #expect(lines.count == 2)
    }

    @Test mutating func `a gateway's lines lead to analog extensions, each to one`() throws {
        try house.edit(.add, .extensions, ["1101-1104"], ["party": "guest", "line": "analog"])
        try house.edit(.add, .extensions, ["1001"], ["party": "guest"])
        try house.edit(.add, .gateways, ["attic"], ["address": "192.0.2.4", "lines": "1-3=1101-1103, 4=1104"])
        #expect(house.configuration.gateways[0].lines.map(\.number) == ["1101", "1102", "1103", "1104"])
        let other = house.refusal(.add, .gateways, ["cellar"], ["address": "192.0.2.5", "lines": "1=1001,2=1101,30=7"])
        #expect(other.count == 1 && other[0].contains("no line 30"))
        let wrong = house.refusal(.add, .gateways, ["cellar"], ["address": "192.0.2.5", "lines": "1=1001,2=1101,3=7"])
        #expect(wrong.count == 3)
        #expect(house.refusal(.add, .gateways, ["loft"], ["address": "192.0.2.4"])[0].contains("gateway attic"))
        #expect(house.refusal(.edit, .gateways, ["attic"], ["address": "upstairs"])[0].contains("not an IP address"))
        try house.edit(.remove, .extensions, ["1104"])
        #expect(house.configuration.gateways[0].lines.count == 3)
    }

    @Test mutating func `a gateway that the Primary reaches through a router has a password`() throws {
        let place = ["address": "192.168.101.60", "primary-address": "203.0.113.20", "primary-port": "5070"]
        #expect(house.refusal(.add, .gateways, ["attic"], place)[0].contains("has a password"))
        try house.edit(.add, .gateways, ["attic"], place.merging(["secret": "gateway-1"]) { $1 })
        #expect(house.configuration.gateways[0].primaryPort == 5070)
        let alone = house.refusal(.edit, .gateways, ["attic"], ["primary-address": ""])
        #expect(alone.count == 1 && alone[0].contains("leads nowhere"))
        try house.edit(.edit, .gateways, ["attic"], ["primary-address": "", "primary-port": "", "secret": ""])
        #expect(house.configuration.gateways[0].primaryAddress == nil)
    }

    @Test mutating func `groups have members that exist, and their calls go in no circle`() throws {
        try house.edit(.add, .extensions, ["201-202"])
        try house.edit(.add, .ringGroups, ["600"], ["members": "201,202"])
        try house.edit(.add, .ringGroups, ["601"], ["members": "201", "overflow": "600"])
        #expect(house.refusal(.edit, .ringGroups, ["600"], ["overflow": "601"])[0].contains("circle"))
        #expect(house.refusal(.remove, .extensions, ["202"])[0].contains("its member 202"))
        #expect(house.refusal(.add, .ringGroups, ["201"], ["members": "202"])[0].contains("an extension already"))
        #expect(house.refusal(.add, .ringGroups, ["602"])[0].contains("--members"))
    }

    @Test mutating func `the settings of the house fit the house`() throws {
        #expect(house.refusal(.edit, .telephonySettings, ["house"], ["desk": "600"])[0].contains("no extension"))
        #expect(house.refusal(.add, .telephonySettings, ["house"])[0].contains("can only be edited"))
        try house.edit(.edit, .telephonySettings, ["house"], ["emergency-numbers": "911", "access-digit": "none"])
        try house.edit(.add, .extensions, ["112"])
        #expect(house.configuration.settings.accessDigit == nil)
        let lines = house.refusal(.edit, .telephonySettings, ["house"], ["emergency-numbers": "112"])
        #expect(lines[0].contains("an emergency number"))
    }

    @Test mutating func `routes lead by trunks that exist to numbers that exist`() throws {
        try house.edit(.add, .trunks, ["city"], ["host": "sip.example.com", "addresses": "192.0.2.0/24"])
        #expect(house.refusal(.add, .trunks, ["Comxfailoverconnecter"], ["host": "a.example"]).count == 1)
        #expect(house.refusal(.add, .trunks, ["far"], ["host": "a b"])[0].contains("neither an IP address"))
        #expect(house.refusal(.add, .trunks, ["far"], ["host": "a.example", "register": "yes"])[0].contains("--user"))
        try house.edit(.add, .routes, ["out"], ["numbers": "NXXXXXX,00.", "trunks": "city"])
        #expect(house.refusal(.add, .routes, ["two"], ["numbers": "1X", "trunks": "city,moon"])[0].contains("moon"))
        #expect(house.refusal(.add, .routes, ["two"], ["numbers": "_1X;", "trunks": "city"])[0].contains("pattern"))
        #expect(
            house.refusal(.add, .routes, ["in"], ["direction": "inbound", "destination": "201"])[0]
                .contains("no extension or group"))
        #expect(house.refusal(.remove, .trunks, ["city"])[0].contains("no trunk city"))
    }

    @Test mutating func `an address of a phone belongs to one extension`() throws {
        try house.edit(.add, .extensions, ["201"], ["phones": "00:15:65:AA:BB:CC=yealink@desk, -@lobby"])
        #expect(try house.entry("201").phones.map(\.hardwareAddress) == ["001565aabbcc", nil])
        #expect(house.refusal(.add, .extensions, ["202"], ["phones": "001565aabbcc"])[0].contains("belongs to 201"))
    }
}
