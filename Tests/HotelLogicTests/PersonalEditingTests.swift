import HotelLogic
import Testing

/// Edits of classes of service, speed dials and personal settings.
@Suite struct PersonalEditingTests {
    var house = House()

    @Test mutating func `a house has the standard classes until it changes one`() throws {
        try house.edit(.edit, .classes, ["2"], ["may-call": "staff,local", "call-minutes": "30"])
        #expect(house.configuration.classes.map(\.code) == [1, 2, 3, 4, 5])
        #expect(house.configuration.classes[1].permissions == [.staff, .local])
        #expect(house.configuration.classes[1].callMinutesMax == 30)
        try house.edit(.add, .classes, ["60"], ["may-call": "none"])
        #expect(
            house.configuration.classes.last?.permissions == [] && house.configuration.classes.last?.name == "class 60")
        try house.edit(.edit, .classes, ["60"], ["may-call": ""])
        #expect(house.configuration.classes.last?.permissions == [.rooms, .staff])
        try house.edit(.remove, .classes, ["60"])
        #expect(house.configuration.classes.count == 5)
    }

    @Test mutating func `a class that somebody has is not removed`() throws {
        try house.edit(.add, .extensions, ["201"], ["class": "5"])
        #expect(house.refusal(.remove, .classes, ["5"])[0].contains("no class of service 5"))
        try house.edit(.edit, .extensions, ["201"], ["class": ""])
        try house.edit(.remove, .classes, ["5"])
        #expect(house.refusal(.remove, .classes, ["3"])[0].contains("no class of service 3"))
    }

    @Test(arguments: [("0", ""), ("1000", ""), ("07", "is written 7"), ("6", "may-call: `abroad` is none of")])
    mutating func `a class has a code and known permissions`(code: String, words: String) {
        let lines = house.refusal(.add, .classes, [code], ["may-call": "abroad"])
        #expect(lines.count == 1 && lines[0].contains(words), "\(lines)")
    }

    @Test mutating func `a speed dial has a code of its own and a number`() throws {
        try house.edit(.add, .extensions, ["201"])
        try house.edit(.add, .ringGroups, ["600"], ["members": "201"])
        try house.edit(.add, .speedDials, ["*501"], ["number": "9004930123", "guests": "yes"])
        #expect(
            house.configuration.speedDials == [
                SpeedDialEntry(code: "*501", label: "*501", number: "9004930123", mayGuestsDial: true)
            ])
        #expect(house.refusal(.add, .speedDials, ["502"])[0].contains("--number"))
        for (code, words) in [
            ("201", "of an extension"), ("600", "of a ring group"), ("112", "emergency"), ("*78", "a feature"),
            ("*97", "the voicemail"),
        ] {
            #expect(house.refusal(.add, .speedDials, [code], ["number": "201"])[0].contains(words), "\(code)")
        }
        #expect(house.refusal(.add, .speedDials, ["502"], ["number": "*501"])[0].contains("another speed dial"))
        #expect(house.refusal(.add, .speedDials, ["5 2"], ["number": "201"])[0].contains("not a code"))
    }

    @Test mutating func `forwarding keeps its number while it is off`() throws {
        try house.edit(.add, .extensions, ["201-203"])
        #expect(house.refusal(.edit, .personalSettings, ["201"], ["forward-busy": "on"])[0].contains("no number"))
        try house.edit(.edit, .personalSettings, ["201-202"], ["forward-busy": "203", "dnd": "yes"])
        try house.edit(.edit, .personalSettings, ["201"], ["forward-busy": "off"])
        #expect(house.configuration.personal.map(\.busy?.isOn) == [false, true])
        #expect(house.configuration.personal[0].busy?.target == "203")
        try house.edit(.edit, .personalSettings, ["201"], ["forward-busy": "", "dnd": ""])
        #expect(house.configuration.personal.map(\.number) == ["202"], "what says nothing is not kept")
        try house.edit(.remove, .personalSettings, ["202"])
        #expect(house.configuration.personal.isEmpty)
    }

    @Test mutating func `personal settings are those of an extension that is there`() throws {
        try house.edit(.add, .extensions, ["201"])
        try house.edit(.add, .extensions, ["1001"], ["party": "guest"])
        let missing = house.refusal(.edit, .personalSettings, ["999"], ["dnd": "yes"])
        #expect(missing[0].contains("comxfailover extensions list"))
        #expect(house.refusal(.edit, .personalSettings, ["1001"], ["dnd": "yes"])[0].contains("belongs to its stay"))
        #expect(house.refusal(.edit, .personalSettings, ["201"], ["forward-always": "201"])[0].contains("to itself"))
        let pin = house.refusal(.edit, .personalSettings, ["201"], ["voicemail-pin": "12a4"])
        #expect(pin[0].contains("4 to 16 digits") && !pin[0].contains("12a4"))
        try house.edit(.edit, .personalSettings, ["201"], ["voicemail-pin": "4711", "forward-always": "+4930123"])
        #expect(house.configuration.voicemailPINs == ["201": "4711"])
        #expect(house.configuration.personal[0].hidingSecrets.voicemailPIN == FieldText.hiddenSecret)
        try house.edit(.remove, .extensions, ["201"])
        #expect(house.configuration.personal.isEmpty, "the next who gets the number is not forwarded")
    }

    @Test mutating func `files name each kind by its own column`() throws {
        let dials = try TelephonyEdit(
            importing: "code,number,label\n*501,9004930123,Taxi\n", .speedDials, updating: false)
        #expect(dials.rows == [.init(key: "*501", fields: ["number": "9004930123", "label": "Taxi"], line: 2)])
        let rooms = try TelephonyEdit(importing: "name,room\nBlue,101\n", .rooms, updating: true)
        #expect(rooms.rows == [.init(key: "101", fields: ["name": "Blue"], line: 2)])
        let refusal = #expect(throws: TelephonyRefusal.self) {
            try TelephonyEdit(importing: "number\n1\n", .gateways, updating: false)
        }
        #expect(refusal?.lines[0].contains("no column `name`") == true)
    }
}
