import LabKit
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
            let due = DueTime.next()
            try await hotel.lab.secondary.node.order(["stays", "check-in", "201", "--name", "Ada Lovelace"])
            let answer = try await hotel.lab.secondary.node.order(["wakeups", "set", due.text, "--room", "201"])
            #expect(answer.contains("Safe on both"))
            try await hotel.lab.inflict(.hostDead(.secondary))
            try await room.awaitIncoming(within: .seconds(60 + 45 + 30))
            Measures.note("the Secondary died: the Primary woke room 201 after its due time by", due.passed)
            #expect(due.passed >= .seconds(45), "it may have been rung by its owner until then")
            try await room.answer()
            try await room.awaitEstablished()
            #expect(try await room.samplesHeard(during: .seconds(2)) > 0, "somebody speaks")
            try await hotel.awaitEnd(of: "answered", times: 1, at: .primary)
            try await hotel.hangUp()
            try await hotel.lab.heal(.hostDead(.secondary))
            try await hotel.awaitHome()
            try await hotel.awaitSame()
            try await LabWaiting.pass(.seconds(5))
            #expect(room.state.calls.isEmpty, "the one who came back rings nothing that is over")
            #expect(try await hotel.lines(of: "answered", at: .secondary) == 1)
        }

        @Test func `failover is disabled without the Secondary and enabled with it: nothing is lost or rung twice`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let (primary, secondary) = (hotel.lab.primary.node, hotel.lab.secondary.node)
            let room = hotel.rooms[1]
            try await secondary.order(["stays", "check-in", "202", "--name", "Charles Babbage"])
            let refused = try await primary.verb(["failover", "disable", "--yes"])
            #expect(refused.code == 75 && refused.output.contains("REFUSED"))
            let before = try await hotel.lines(of: "answered", at: .primary)
            try await hotel.lab.inflict(.hostDead(.secondary))
            // Until it is unheard for three seconds it counts as there.
            try await LabWaiting.until("the Primary takes over", within: .seconds(10)) {
                try await primary.verb(["failover", "disable", "--yes"]).code == 0
            }
            try await primary.order(["stays", "check-in", "203", "--name", "Grace Hopper"])
            let due = DueTime.next()
            let answer = try await primary.order(["wakeups", "set", due.text, "--rooms", "202,203"])
            #expect(answer.contains("Here only"))
            for phone in [room, hotel.rooms[2]] {
                try await phone.awaitIncoming(within: .seconds(60 + 30))
                try await phone.answer()
                try await phone.awaitEstablished()
            }
            Measures.note("failover disabled: the Primary woke two rooms after their due time by", due.passed)
            try await hotel.awaitEnd(of: "answered", times: before + 2, at: .primary)
            try await hotel.hangUp()
            try await hotel.lab.heal(.hostDead(.secondary))
            try await hotel.awaitHome()
            let clock = ContinuousClock()
            let start = clock.now
            try await primary.order(["failover", "enable", "--yes"])
            let taken = clock.now - start
            Measures.note("failover enabled: everything at home after", taken)
            #expect(taken < .seconds(4), "two seconds beside whatever else this machine does")
            for host in hotel.lab.hosts {
                let services = try await host.node.order(["services"])
                #expect(services.contains("guest: owned by the Secondary, epoch"))
            }
            try await secondary.order(["stays", "check-out", "203"])
            try await hotel.awaitSame()
            #expect(try await hotel.lines(of: "answered", at: .secondary) == before + 2)
            let calls = hotel.phones.flatMap(\.state.calls)
            #expect(calls.isEmpty)
        }
    }
}
