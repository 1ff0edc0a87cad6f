import Vocabulary

/// A small hotel: a desk, two rooms with phones, one with an analog one, a carrier on each node.
enum SampleHouse {
    static func plan(_ mode: Mode = .secondary, profile: AsteriskProfile = .plain) throws -> TelephonyPlan {
        var plan = TelephonyPlan(
            mode: mode, profile: profile, systemName: try TelephonyName(mode.rawValue),
            timeZone: try ZoneName("Europe/Berlin"),
            guestDefaults: GuestDefaults(
                secret: try SIPSecret("shared-by-guests"), classOfService: 2, vacantClassOfService: 1),
            emergency: EmergencySettings(
                numbers: [try PhoneNumber("112"), try PhoneNumber("911")], siteNumber: try PhoneNumber("+49301234567")))
        plan.peer = PeerTrunk(address: try HostAddress("10.10.10.1"), secret: try SIPSecret("between-the-nodes"))
        plan.accessDigit = try DialCode("9")
        plan.classes = [
            ClassOfService(code: 1, name: "internal"), ClassOfService(code: 2, name: "local", outside: [.local]),
            ClassOfService(code: 3, name: "national", outside: [.local, .national], callMinutesMax: 60),
        ]
        try addPeople(&plan)
        try addRoutes(&plan)
        return plan
    }

    private static func addPeople(_ plan: inout TelephonyPlan) throws {
        plan.staff = [
            StaffExtension(
                number: try number("2001"), displayName: "Front \"desk\"", secret: try SIPSecret("front-desk"),
                classOfService: 3, hasVoicemail: true, voicemailPIN: "4711"),
            StaffExtension(
                number: try number("2002"), displayName: "Kitchen", secret: try SIPSecret("kitchen"),
                classOfService: 1),
        ]
        plan.guests = try ["1001", "1002", "1003"].map { GuestExtension(number: try number($0), displayName: "Guest") }
        plan.guests.append(GuestExtension(number: try number("1501"), kind: .analog, displayName: "Analog"))
        plan.rooms = [
            Room(number: try RoomNumber("101"), extensions: [try number("1001")]),
            Room(number: try RoomNumber("102"), extensions: [try number("1002"), try number("1003")]),
            Room(number: try RoomNumber("151"), extensions: [try number("1501")]),
        ]
        plan.gateways = [
            AnalogGateway(
                name: try TelephonyName("floor1"), address: try HostAddress("192.168.101.20"),
                lines: [.init(port: 1, number: try number("1501"))])
        ]
        plan.ringGroups = [
            RingGroup(number: try number("600"), name: "Kitchen", strategy: .inTurn, members: [try number("2002")])
        ]
        plan.desk = DeskSettings(answering: [try number("2001")])
        plan.speedDials = [
            SpeedDial(
                code: try DialCode("*51"), label: "Taxi", number: try PhoneNumber("9030555"), mayGuestsDial: true,
                ignoresClass: true)
        ]
    }

    private static func addRoutes(_ plan: inout TelephonyPlan) throws {
        let carrier = try TelephonyName("carrier")
        plan.trunks = [
            ProviderTrunk(
                name: carrier, host: try HostAddress("203.0.113.5"), callerNumber: try PhoneNumber("+4930111"),
                callsMax: 10, isOnPremises: plan.mode == .secondary)
        ]
        plan.outboundRoutes = [
            OutboundRoute(
                name: try TelephonyName("city"), patterns: [try DialPattern("NXXXXX")], category: .local,
                trunks: [carrier]),
            OutboundRoute(
                name: try TelephonyName("country"), patterns: [try DialPattern("0Z.")], category: .national, strip: 1,
                prepend: try PhoneNumber("+49"), trunks: [carrier]),
        ]
        plan.inboundRoutes = [
            InboundRoute(name: try TelephonyName("main"), destination: .desk),
            InboundRoute(
                name: try TelephonyName("suite"), numbers: [try DialPattern("4930777")],
                destination: .room(try RoomNumber("102"))),
        ]
    }

    static func number(_ text: String) throws -> ExtensionNumber { try ExtensionNumber(text) }
}
