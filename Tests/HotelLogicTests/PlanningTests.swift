import HotelLogic
import Testing
import Vocabulary

/// From the configuration to the plan that files are rendered from.
@Suite struct PlanningTests {
    let node: PlanningNode

    init() throws {
        node = PlanningNode(
            mode: .primary, systemName: try TelephonyName("primary"), timeZone: try ZoneName("Europe/Berlin"))
    }

    @Test func `a fresh node has a plan with the standards`() {
        let planning = TelephonyPlanning(TelephonyConfiguration(), node: node)
        #expect(planning.leftOut.isEmpty)
        #expect(planning.plan.classes.map(\.code) == [1, 2, 3, 4, 5])
        #expect(planning.plan.emergency.numbers.map(\.description) == ["112", "911"])
        #expect(planning.plan.accessDigit?.description == "9")
        #expect(planning.plan.sip == SIPSettings())
        #expect(planning.plan.featureCodes == FeatureCode.standard)
    }

    @Test func `everything of the configuration is in the plan`() throws {
        var house = House()
        try house.edit(.add, .extensions, ["201"], ["name": "Anna"])
        try house.edit(.add, .extensions, ["1001"], ["party": "guest", "room": "A-1"])
        try house.edit(.add, .extensions, ["1101"], ["party": "guest", "line": "analog"])
        try house.edit(.add, .gateways, ["attic"], ["address": "192.0.2.4", "lines": "1=1101"])
        try house.edit(.add, .ringGroups, ["600"], ["members": "201"])
        try house.edit(.edit, .telephonySettings, ["house"], ["desk": "600,201", "emergency-caller-number": "+49301"])
        try house.edit(.add, .trunks, ["city"], ["host": "192.0.2.9", "on-premises": "yes"])
        try house.edit(.add, .routes, ["in"], ["direction": "inbound", "destination": "600"])
        try house.edit(.add, .routes, ["out"], ["numbers": "0.", "trunks": "city", "enabled": "no"])
        try house.edit(
            .edit, .sipSettings, ["node"], ["rtp-first": "30000", "rtp-last": "31000", "direct-media": "no"])
        let planning = TelephonyPlanning(house.configuration, node: node)
        let plan = planning.plan
        #expect(planning.leftOut.isEmpty)
        #expect(plan.staff.map(\.displayName) == ["Anna"])
        #expect(plan.guests.map(\.kind) == [.sip, .analog])
        #expect(plan.rooms.map(\.number.description) == ["A-1"])
        #expect(plan.gateways.map { $0.lines.count } == [1])
        #expect(plan.desk.answering.map(\.description) == ["600", "201"])
        #expect(plan.inboundRoutes.map(\.destination) == [.ringGroup(try ExtensionNumber("600"))])
        #expect(plan.outboundRoutes.isEmpty)
        #expect(plan.trunks.map(\.isOnPremises) == [true])
        #expect(plan.sip.rtpPorts == 30_000...31_000 && plan.sip.directMedia.isEmpty)
    }

    @Test(arguments: [
        ("10.20.20.2", "", 1), ("192.0.2.9", "10.20.0.0/16", 1), ("192.0.2.9", "10.20.20.2", 1),
        ("192.0.2.9", "0.0.0.0/0", 1), ("192.0.2.9", "10.20.21.0/24,192.0.2.8/30", 0), ("sip.example.com", "", 0),
    ])
    func `a trunk that leads to the peer is left out`(host: String, addresses: String, leftOut: Int) throws {
        var house = House()
        try house.edit(.add, .trunks, ["round"], ["host": host, "addresses": addresses])
        var node = node
        node.peer = PeerTrunk(address: try HostAddress("10.20.20.2"), secret: try SIPSecret("secret"))
        let planning = TelephonyPlanning(house.configuration, node: node)
        #expect(planning.leftOut.count == leftOut)
        #expect(planning.plan.trunks.count == 1 - leftOut)
    }

    @Test func `every phone that is written down for an extension may register`() throws {
        var house = House()
        let phones = (1...6).map { "00156512345\($0)=T46U@desk" }.joined(separator: ",")
        try house.edit(.add, .extensions, ["201"], ["phones": phones])
        try house.edit(.add, .extensions, ["202"])
        try house.edit(.add, .extensions, ["1001"], ["party": "guest", "phones": "001565123459=T46U"])
        let plan = TelephonyPlanning(house.configuration, node: node).plan
        #expect(plan.staff.map(\.phonesMax) == [6, 4])
        #expect(plan.guests.map(\.phonesMax) == [4])
    }

    @Test func `a gateway is where its node reaches it`() throws {
        var house = House()
        try house.edit(
            .add, .gateways, ["attic"],
            [
                "address": "192.168.101.60", "primary-address": "203.0.113.20", "primary-port": "5070",
                "secret": "gateway-1",
            ])
        try house.edit(
            .add, .gateways, ["cellar"],
            ["address": "192.168.101.61", "port": "5062", "primary-address": "203.0.113.20", "secret": "gateway-2"])
        try house.edit(.add, .gateways, ["loft"], ["address": "192.168.101.62"])
        func places(_ mode: Mode) -> [String] {
            var node = node
            node.mode = mode
            return TelephonyPlanning(house.configuration, node: node).plan.gateways.map { "\($0.address):\($0.port)" }
        }
        #expect(places(.primary) == ["203.0.113.20:5070", "203.0.113.20:5062", "192.168.101.62:5060"])
        #expect(places(.secondary) == ["192.168.101.60:5060", "192.168.101.61:5062", "192.168.101.62:5060"])
    }

    @Test func `an entry that another program spoiled is left out and told`() throws {
        var house = House()
        try house.edit(.add, .extensions, ["201", "202"])
        house.configuration.extensions[0].secret = "a;b"
        let planning = TelephonyPlanning(house.configuration, node: node)
        #expect(planning.plan.staff.map(\.number.description) == ["202"])
        #expect(planning.leftOut.map(\.key) == ["201"])
    }
}
