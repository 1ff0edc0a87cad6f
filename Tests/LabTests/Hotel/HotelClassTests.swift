import LabKit
import Testing
import Vocabulary

extension LabTests.HotelTests {
    /// Who may call where, calls for help, and changes that are entered meanwhile.
    @Suite struct HotelClassTests {
        @Test func `a guest's class holds at either node's line`() async throws {
            let hotel = try await OpenHotel.whole()
            let secondary = hotel.lab.secondary.node
            try await hotel.hotel.setClass(1, of: "2001")
            try await hotel.hotel.setClass(2, of: "2002")
            let (inside, local) = (hotel.rooms[0], hotel.rooms[1])
            try await hotel.expectRefused(inside, "95553001", as: "5553001")
            try await hotel.hearOutside(local, "95553002", by: hotel.siteLine, as: "5553002")
            try await hotel.expectRefused(local, "90155530031", as: "0155530031")
            // The Secondary has no route of its own any more: it leaves by the Primary's, which looks the class up.
            for route in ["city", "far", "abroad"] {
                try await secondary.order(["routes", "edit", route, "--enabled", "no"])
            }
            try await hotel.lab.secondary.asterisk.awaitCommand("dialplan show outside", "no routes") {
                !$0.contains("route-")
            }
            try await hotel.expectRefused(inside, "95553004", as: "5553004")
            try await hotel.hearOutside(local, "95553005", by: hotel.cloudLine, as: "5553005")
            try await hotel.expectRefused(local, "90155530061", as: "0155530061")
            // With routes and a trunk that is switched off it leaves there too.
            for route in ["city", "far", "abroad"] {
                try await secondary.order(["routes", "edit", route, "--enabled", "yes"])
            }
            try await secondary.order(["trunks", "edit", LabHotel.siteTrunk, "--enabled", "no"])
            try await hotel.lab.secondary.asterisk.awaitCommand("dialplan show route-city", "no trunk") {
                $0.contains("local,${EXTEN},,,${EXTEN}")
            }
            try await hotel.expectRefused(inside, "95553007", as: "5553007")
            try await hotel.hearOutside(local, "95553008", by: hotel.cloudLine, as: "5553008")
            try await secondary.order(["trunks", "edit", LabHotel.siteTrunk, "--enabled", "yes"])
        }

        @Test func `help is called from either node and from a closed room, by the site's line, and the desk is told`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            await hotel.hotel.put("room/202", "class", "0")
            try await hotel.expectRefused(hotel.rooms[1], "95554001", as: "5554001")
            try await help(hotel, from: hotel.rooms[1], "112", shows: "202")
            try await help(hotel, from: hotel.rooms[1], "9112", shows: "202")
            try await help(hotel, from: hotel.office, "911", shows: "103")
            // The services call back: whoever called for help last is rung.
            async let outcome = hotel.siteLine.call(
                "43123456", at: hotel.lab.addresses.fromPhones(.secondary), lasting: .seconds(1))
            try await hotel.office.answer()
            #expect(try await outcome.succeeded == 1)
            await hotel.hotel.remove("room/202", "class")
        }

        @Test func `without the Secondary help leaves by the Primary's line`() async throws {
            let hotel = try await OpenHotel.whole()
            try await hotel.lab.inflict(.hostDead(.secondary))
            let primary = hotel.lab.addresses.fromPhones(.primary)
            try await LabWaiting.until("the room at the Primary", within: .seconds(20)) {
                hotel.room.registrar == primary && hotel.room.isRegistered(at: primary)
            }
            try await hotel.lab.primary.asterisk.awaitTrunk("Unavail")
            try await help(hotel, from: hotel.room, "112", shows: "201", by: hotel.cloudLine)
        }

        @Test func `what is entered on the Primary is there on the Secondary within two seconds`() async throws {
            let hotel = try await OpenHotel.whole()
            let clock = ContinuousClock()
            for (index, host) in hotel.lab.hosts.enumerated() {
                let number = "12\(index)"
                let start = clock.now
                try await hotel.lab.primary.node.order(
                    ["extensions", "add", number, "--name", "New", "--secret", LabPlan.password])
                try await host.asterisk.awaitCommand("pjsip show endpoint \(number)", "the endpoint \(number)") {
                    $0.contains("Endpoint:  \(number)/")
                }
                try await host.asterisk.awaitCommand("dialplan show \(number)@inside", "the number \(number)") {
                    $0.contains("'\(number)'")
                }
                Measures.note("added on the Primary, known to the \(host.mode)", clock.now - start)
                #expect(clock.now - start < .seconds(2))
                let server = hotel.lab.addresses.fromPhones(host.mode)
                let phone = try await hotel.lab.phone(
                    PhonePlan(number, registrars: [server], at: .lan(120 + index), tone: 3_000))
                try await phone.awaitRegistered(at: server)
                for caller in [hotel.office, hotel.room] { try await LabConversation(from: caller, to: phone).end() }
                try await phone.cutPower()
            }
        }

        /// A call for help that is answered; the desk's phones ring with the place that called.
        private func help(
            _ hotel: OpenHotel, from phone: LabPhone, _ dialled: String, shows place: String, by line: LabCarrier? = nil
        ) async throws {
            let line = line ?? hotel.siteLine
            let number = dialled.count == 4 ? String(dialled.dropFirst()) : dialled
            let before = line.calls.count
            try await phone.dial(dialled)
            try await LabWaiting.until("a call for help", within: .seconds(20), seen: { "\(line.calls)" }) {
                line.calls.dropFirst(before).contains("call \(number) from \(LabHotel.siteNumber)")
            }
            try await phone.awaitEstablished()
            try await phone.awaitTone(phone.plan.tone)
            let told = try await hotel.desk.awaitIncoming()
            #expect(told.peer.contains(place))
            try await hotel.desk.answer()
            try await hotel.desk.hangUp()
            try await phone.hangUp()
            try await phone.awaitIdle()
            try await hotel.hangUp()
        }
    }
}
