import LabKit
import MariaStore
import Testing
import Vocabulary

extension LabTests {
    /// Guests are woken, and the owner of what concerns them changes, whatever dies.
    @Suite(.openHotel(.hybrid)) struct WakeUpTests {
        @Test func `a guest is woken where the phone is, when the Secondary died after it was set, and once`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let room = hotel.rooms[0]
            try await hotel.receive("Ada Lovelace", in: "201")
            let (calls, before) = (room.state.endings, try await hotel.lines(of: "answered", at: .primary))
            let due = try await hotel.wake("201", after: .seconds(8))
            try await hotel.lab.inflict(.hostDead(.secondary))
            try await room.awaitIncoming(within: .seconds(8 + 45 + 30))
            Measures.note("the Secondary died: the Primary woke room 201 after its due time by", due.passed)
            #expect(due.passed >= OpenHotel.grace, "it may have been rung by its owner until then")
            try await hotel.takeWakeUp(room)
            try await hotel.awaitEnd(of: "answered", times: before + 1, at: .primary)
            try await hotel.lab.heal(.hostDead(.secondary))
            try await hotel.awaitHome()
            try await hotel.awaitSame()
            try await hotel.awaitNothingDue()
            #expect(room.state.endings == calls + 1, "the one who came back rings nothing that is over")
            #expect(room.state.calls.isEmpty)
            #expect(try await hotel.lines(of: "answered", at: .secondary) == before + 1)
        }

        @Test func `failover is disabled without the Secondary and enabled with it: nothing is lost or rung twice`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let (primary, secondary) = (hotel.lab.primary.node, hotel.lab.secondary.node)
            let phones = Array(hotel.rooms[1...2])
            try await hotel.receive("Charles Babbage", in: "202")
            let planned = try await secondary.order(
                ["wakeups", "set", "04:10", "04:20", "--room", "202", "--on", "tomorrow"])
            #expect(planned.contains("Safe on both"))
            let refused = try await primary.verb(["failover", "disable", "--yes"])
            #expect(refused.code == 75 && refused.output.contains("REFUSED"))
            let before = try await hotel.lines(of: "answered", at: .primary)
            let calls = phones.map(\.state.endings)
            try await hotel.lab.inflict(.hostDead(.secondary))
            // Until it is unheard for three seconds it counts as there.
            try await LabWaiting.until("the Primary takes over", within: .seconds(10)) {
                try await primary.verb(["failover", "disable", "--yes"]).code == 0
            }
            try await primary.order(["stays", "check-in", "203", "--name", "Grace Hopper"])
            try await primary.order(["stays", "name", "202", "--name", "Charles Darwin"])
            try await primary.order(["wakeups", "cancel", "--room", "202", "--at", "04:10"])
            let second = planned.split(separator: "\n").first { $0.contains("04:20") }?.prefix { $0 != ":" } ?? ""
            try await primary.order(["wakeups", "change", String(second), "--at", "04:45"])
            let due = DueTime.after(.seconds(8))
            let answer = try await primary.order(["wakeups", "set", due.text, "--rooms", "202,203"])
            #expect(answer.contains("Here only"))
            for phone in phones {
                try await phone.awaitIncoming(within: .seconds(8 + 30))
                try await phone.answer()
                try await phone.awaitEstablished()
            }
            Measures.note("failover disabled: the Primary woke two rooms after their due time by", due.passed)
            try await hotel.awaitEnd(of: "answered", times: before + 2, at: .primary)
            try await hotel.hangUp()
            try await hotel.lab.heal(.hostDead(.secondary))
            try await hotel.awaitHome()
            try await hotel.awaitSame()
            try await refuseWhileSomebodyWrites(hotel)
            let open = DueTime.after(.seconds(10))
            try await primary.order(["wakeups", "set", open.text, "--room", "202"])
            try await enable(hotel)
            try await phones[0].awaitIncoming(within: .seconds(10 + 30))
            Measures.note("failover enabled with a wake-up to come: the Secondary rang it after", open.passed)
            try await hotel.takeWakeUp(phones[0])
            try await hotel.awaitEnd(of: "answered", times: before + 3, at: .secondary)
            try await hotel.awaitNothingDiffers()
            try await hotel.awaitNothingDue()
            #expect(try await hotel.lines(of: "answered", at: .primary) == before + 3)
            #expect(phones.map(\.state.endings) == [calls[0] + 2, calls[1] + 1], "each of the three once")
            #expect(phones.allSatisfy { $0.state.calls.isEmpty })
            let list = try await secondary.order(["wakeups", "list", "--room", "202"])
            #expect(list.contains("04:45") && !list.contains("04:10") && !list.contains("04:20"), "\(list)")
            try await secondary.order(["wakeups", "cancel", "--room", "202"])
            for words in ["202 Charles Darwin", "203 Grace Hopper"] {
                let (room, name) = (String(words.prefix(3)), words.dropFirst(4))
                #expect(try await secondary.order(["stays", "list", "--room", room]).contains(name))
            }
            try await secondary.order(["stays", "check-out", "203"])
            try await hotel.awaitSame()
        }

        /// A program that holds a transaction open is named, and nothing changes hands.
        private func refuseWhileSomebodyWrites(_ hotel: OpenHotel) async throws {
            let primary = hotel.lab.primary.node
            let program = primary.newConnection()
            let connection = try await program.perform { session in
                try session.script("START TRANSACTION")
                try session.script("UPDATE comxfailover.stay SET departs_on = CURRENT_DATE + INTERVAL 2 DAY")
                return session.connectionID
            }
            let refused = try await primary.verb(["failover", "enable", "--yes"])
            #expect(refused.code == 75, "\(refused)")
            #expect((refused.output + refused.error).contains("KILL \(connection) ends it"), "\(refused)")
            #expect(try await primary.order(["services"]).contains("guest: owned by the Primary"))
            try await program.perform { try $0.script("ROLLBACK") }
            await program.close()
        }

        /// Everything goes home once it is level: in two seconds, the start of the verb among them.
        private func enable(_ hotel: OpenHotel) async throws {
            let clock = ContinuousClock()
            let start = clock.now
            try await hotel.lab.primary.node.order(["failover", "enable", "--yes"])
            let taken = clock.now - start
            Measures.note("failover enabled: everything at home after", taken)
            #expect(taken < .seconds(2))
            for host in hotel.lab.hosts {
                let services = try await host.node.order(["services"])
                #expect(services.contains("guest: owned by the Secondary, epoch"))
            }
        }
    }
}
