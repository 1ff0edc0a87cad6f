import Ports
import Vocabulary

/// A hotel in which everything works and everybody is at home: phones at the desk, in an office and in rooms, analog
/// ones behind the gateway, and a carrier at either end of the uplink.
package struct OpenHotel: Sendable {
    package let lab: Lab
    package let hotel: LabHotel
    /// The desk, the second phone at the desk, and an office: at home on the Primary.
    package let staff: [LabPhone]
    /// At home on the Secondary.
    package let rooms: [LabPhone]
    package let gateway: LabPhone
    /// The Primary's carrier in the world, and the Secondary's in the hotel.
    package let cloudLine: LabCarrier
    package let siteLine: LabCarrier

    package var desk: LabPhone { staff[0] }
    package var office: LabPhone { staff[2] }
    package var room: LabPhone { rooms[0] }
    package var phones: [LabPhone] { staff + rooms }

    /// Puts up a lab with an open hotel, runs `body`, and leaves nothing behind.
    package static func running(
        _ topology: Topology = .hybrid, _ body: (OpenHotel) async throws -> Void
    ) async throws {
        try await Lab.running(.rendered(topology)) { lab in try await body(OpenHotel(opening: lab)) }
    }

    /// Enters what the hotel consists of, and switches everything on.
    package init(opening lab: Lab) async throws {
        self.lab = lab
        hotel = LabHotel(lab)
        cloudLine = try await lab.carrier()
        siteLine = try await lab.onSiteCarrier()
        try await cloudLine.answer()
        try await siteLine.answer()
        try await hotel.open()
        gateway = try await hotel.gateway()
        var staff: [LabPhone] = []
        for number in LabHotel.staff { staff.append(try await hotel.staffPhone(number)) }
        var rooms: [LabPhone] = []
        for number in LabHotel.rooms.keys.sorted() where number != LabHotel.roomWithoutPhone {
            rooms.append(try await hotel.roomPhone(number))
        }
        self.staff = staff
        self.rooms = rooms
        try await awaitHome()
    }

    // MARK: Back to the beginning

    /// Ends all calls, puts everything right, and waits until everybody is at home.
    package func heal() async throws {
        for phone in phones { phone.shun(nil) }
        try await hangUp()
        try await lab.healAll()
        try await awaitHome()
    }

    /// Ends every call that a phone still has.
    package func hangUp() async throws {
        for phone in phones + [gateway] {
            for _ in phone.state.calls { try? await phone.hangUp() }
            try await phone.awaitIdle()
        }
    }

    /// Waits until each phone is registered at its first choice, and the two servers see each other in every way.
    package func awaitHome(within limit: Duration = .seconds(60)) async throws {
        for phone in phones {
            let home = hotel.home(of: phone)
            try await LabWaiting.until(
                "phone \(phone.number) at home", within: limit, seen: { "\(phone.state) \(phone.log)" }
            ) { phone.registrar == home && phone.isRegistered(at: home) }
        }
        try await hotel.awaitPair(within: limit)
        for host in lab.hosts {
            try await host.asterisk.awaitTrunk("Avail", within: limit)
            let line = host.mode == .primary ? LabHotel.cloudTrunk : LabHotel.siteTrunk
            try await host.asterisk.awaitCommand(
                "pjsip show aor trunk-\(line)", "the line \(line)", within: limit
            ) { $0.contains(" Avail ") }
        }
        let gateway = "pjsip show aor gateway-\(LabHotel.gatewayName)"
        try await lab.secondary.asterisk.awaitCommand(gateway, "the gateway", within: limit) { $0.contains(" Avail ") }
    }
}
