import LabKit
import Ports
import Testing
import Vocabulary

extension LabTests.HotelTests {
    /// What an administrator, or a phone, may get wrong.
    @Suite struct HotelWrongTests {
        @Test func `a wrong secret shows on both sides, and nothing passes`() async throws {
            let hotel = try await OpenHotel.whole()
            let host = hotel.lab.secondary
            let secret = try host.node.secret()
            do {
                try await change("another secret than the Primary's, 1234567890", of: host)
                for host in hotel.lab.hosts { try await expectRefusal(host) }
                try await expectSilence(hotel, while: hotel.room, dials: "101")
            } catch {
                try await change(secret, of: host)
                throw error
            }
            try await change(secret, of: host)
            try await hotel.awaitHome()
            try await LabConversation(from: hotel.room, to: hotel.desk).end()
        }

        /// A call ends by itself, and no phone rang: one that did has a call still, or one that ended.
        private func expectSilence(_ hotel: OpenHotel, while phone: LabPhone, dials number: String) async throws {
            let others = hotel.phones.filter { $0.number != phone.number }
            #expect(others.contains { $0.number == number })
            let endings = others.map(\.state.endings)
            try await phone.dialToTheEnd(number)
            for (other, before) in zip(others, endings) {
                #expect(other.state.calls.isEmpty && other.state.endings == before, "\(other.number) rang")
            }
        }

        /// The trunk is down there, in Asterisk's eyes and in what `status` shows.
        private func expectRefusal(_ host: LabHost) async throws {
            try await host.asterisk.awaitTrunk("Unavail")
            try await host.node.awaitStatus("the trunk down") { report in
                report.peer?.paths.first { $0.path == .trunk }?.state == .down
            }
            let words = try await host.node.verb(["status"]).output
            let line = try #require(words.split(separator: "\n").first { $0.contains(" trunk ") }, "\(words)")
            #expect(line.contains("down"))
        }

        /// Starts the daemon of a host with another secret. The manager's password comes from it too, so that Asterisk
        /// must be told once to read its own again.
        private func change(_ secret: String, of host: LabHost) async throws {
            let generation = await host.asterisk.command("dialplan show globals")
            let manager = try host.asterisk.text("manager.conf")
            try await host.node.stop()
            try host.node.write(secret: secret)
            try await host.node.start()
            try await host.node.awaitStatus("the manager's complaint") { report in
                report.warnings.contains { $0.contains("have Asterisk reload it once") }
            }
            try await LabWaiting.until("the manager's new password", within: .seconds(30), seen: { host.node.log }) {
                try host.asterisk.text("manager.conf") != manager
            }
            _ = await host.asterisk.command("manager reload")
            try await host.asterisk.awaitCommand("dialplan show globals", "other files") { $0 != generation }
        }

        @Test func `no call goes round`() async throws {
            let hotel = try await OpenHotel.whole()
            let before = try await hotel.callsSoFar()
            // The trunk leads into the context of phones, on both nodes.
            for host in hotel.lab.hosts {
                try host.asterisk.change("comxfailover/pjsip-peer.conf") {
                    $0.replacing("context=from-peer", with: "context=from-staff")
                }
                await host.asterisk.reload("res_pjsip.so")
                try await host.asterisk.awaitCommand("pjsip show endpoint \(LabPlan.trunk)", "the wrong context") {
                    $0.contains("from-staff")
                }
            }
            try await hotel.dialInVain(hotel.desk, LabHotel.roomWithoutPhone)
            try await hotel.dialInVain(hotel.room, LabHotel.roomWithoutPhone)
            for host in hotel.lab.hosts {
                try host.asterisk.change("comxfailover/pjsip-peer.conf") {
                    $0.replacing("context=from-staff", with: "context=from-peer")
                }
            }
            // A contact that is the peer itself.
            for host in hotel.lab.hosts {
                let peer = hotel.lab.addresses.peerLink(host.mode.peer)
                let contact =
                    "[\(LabHotel.roomWithoutPhone)](+type=aor)\ncontact=sip:\(LabHotel.roomWithoutPhone)@\(peer):5060\n"
                try host.asterisk.write(contact, to: "pjsip_local.conf")
                await host.asterisk.reload("res_pjsip.so")
                try await host.asterisk.awaitCommand("pjsip show aor \(LabHotel.roomWithoutPhone)", "the contact") {
                    $0.contains(peer)
                }
            }
            try await hotel.dialInVain(hotel.desk, LabHotel.roomWithoutPhone)
            try await hotel.dialInVain(hotel.room, LabHotel.roomWithoutPhone)
            for host in hotel.lab.hosts {
                try host.asterisk.write("", to: "pjsip_local.conf")
                await host.asterisk.reload("res_pjsip.so")
            }
            // Each forwards to the other, on both nodes.
            await hotel.hotel.put("forward/101", "always", "2001")
            await hotel.hotel.put("forward/2001", "always", "101")
            for caller in [hotel.office, hotel.rooms[1]] { try await hotel.dialInVain(caller, "101") }
            await hotel.hotel.remove("forward/101", "always")
            await hotel.hotel.remove("forward/2001", "always")
            let after = try await hotel.callsSoFar()
            for (one, other) in zip(before, after) { #expect(other - one < 40) }
        }

        @Test func `routes that point at the peer on both nodes lead nowhere, and harm no other call`() async throws {
            let hotel = try await OpenHotel.whole()
            for host in hotel.lab.hosts {
                let peer = hotel.lab.addresses.peerLink(host.mode.peer)
                try await host.node.order(["trunks", "add", "round", "--host", peer])
                try await host.node.order(
                    ["routes", "add", "round", "--position", "1", "--numbers", "777XXXX", "--trunks", "round"])
                try await host.asterisk.awaitCommand("dialplan show route-round", "the route") { $0.contains("777") }
            }
            let before = try await hotel.callsSoFar()
            try await hotel.dialInVain(hotel.desk, "97771234")
            try await hotel.dialInVain(hotel.office, "97771234")
            let after = try await hotel.callsSoFar()
            for (one, other) in zip(before, after) { #expect(other - one < 10) }
            try await LabConversation(from: hotel.desk, to: hotel.room).end()
            for host in hotel.lab.hosts {
                try await host.node.order(["routes", "remove", "round"])
                try await host.node.order(["trunks", "remove", "round"])
            }
        }

        @Test func `no call, registration or reload waits for a name`() async throws {
            let hotel = try await OpenHotel.whole()
            let secondary = hotel.lab.secondary
            try await hotel.lab.inflict(.uplinkCut)
            let clock = ContinuousClock()
            let start = clock.now
            try await secondary.node.order(["trunks", "add", "named", "--host", "sip.provider.example"])
            try await secondary.node.order(["routes", "edit", "city", "--trunks", "named,\(LabHotel.siteTrunk)"])
            try await secondary.asterisk.awaitCommand("dialplan show route-city", "the named trunk") {
                $0.contains("named&\(LabHotel.siteTrunk)")
            }
            Measures.note("without a name server: entered and loaded", clock.now - start)
            let reached = try await LabReach.calling(hotel.rooms[2], from: hotel.rooms[1])
            #expect(reached.failed == 0)
            #expect(reached.took < .seconds(3))
            Measures.note("without a name server: \(reached)")
            try await LabConversation(answering: hotel.rooms[2], calledBy: hotel.rooms[1]).end()
            let staff = try await hotel.desk.awaitRegistered(at: hotel.lab.addresses.fromPhones(.secondary))
            Measures.note("without a name server: the desk is registered at the Secondary", staff)
            try await hotel.hearOutside(hotel.desk, "95555001", by: hotel.siteLine, as: "5555001")
            try await secondary.node.order(["routes", "edit", "city", "--trunks", LabHotel.siteTrunk])
            try await secondary.node.order(["trunks", "remove", "named"])
        }

        @Test func `an Asterisk that starts without its daemon has the same as before`() async throws {
            let hotel = try await OpenHotel.whole()
            for host in hotel.lab.hosts {
                let before = await host.asterisk.loaded()
                #expect(before.count > 30)
                try await hotel.lab.inflict(.daemonDead(host.mode))
                try await hotel.lab.inflict(.asteriskDead(host.mode))
                try await hotel.lab.heal(.asteriskDead(host.mode))
                #expect(await host.asterisk.loaded() == before)
            }
            try await hotel.heal()
            try await LabConversation(from: hotel.desk, to: hotel.room).end()
        }
    }
}
