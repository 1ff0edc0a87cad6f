import Foundation
import LabKit
import Testing
import Vocabulary

extension LabTests {
    /// Hundreds of rooms are due at one time, and whatever dies meanwhile, nobody oversleeps. What counts is what the
    /// phones saw.
    @Suite(.crowdHotel) struct WakeUpCrowdTests {
        /// From the due time until the last guest hears the greeting.
        private static let greetedMax = 60.0
        private static let patience = Duration.seconds(150)
        /// The stretch over which the pace is even, in seconds, whatever else this machine does.
        private static let stretch = 5

        @Test func `five hundred and twelve rooms that are due at once are answered and greeted within sixty seconds`()
            async throws
        {
            let hotel = try CrowdHotel.current()
            let count = CrowdHotel.roomsMax
            let due = try await hotel.wake(count, withSample: true)
            async let heard: Void = hearGreeting(hotel.sample, due)
            var minute = WakingMinute([], due: due)
            try await LabWaiting.until(
                "\(count) rooms are greeted", within: Self.patience,
                seen: { "\(minute.answered.count) answered, \(minute.greeted.count) greeted" }
            ) {
                minute = WakingMinute(hotel.crowd.calls, due: due)
                return minute.greeted.count == count && hotel.crowd.isQuiet
            }
            try await heard
            Measures.note(
                """
                \(count) rooms due at once: the first rang after \(minute.firstRing) s, half were awake after \
                \(minute.medianAnswer) s, the last heard the greeting after \(minute.lastGreeting) s; at most \
                \(minute.mostAtOnce) calls at once, \(minute.mostBegun(within: 5)) begun in five seconds
                """)
            #expect(minute.lastGreeting <= Self.greetedMax)
            #expect(minute.mostAtOnce <= CrowdHotel.callsAtOnce, "what gateways and lines can take")
            #expect(minute.mostBegun(within: Double(Self.stretch)) <= CrowdHotel.callsPerSecond * (Self.stretch + 1))
            #expect(minute.timesRung.values.allSatisfy { $0 == 1 }, "each rings once")
            try await hotel.awaitLevel()
            let delays = try await hotel.delays(of: minute.answered, due).sorted()
            let (half, last) = (delays[delays.count / 2], delays.last ?? 0)
            Measures.note("from an answer until it is in the ledger: half of them \(half) s, the slowest \(last) s")
            for mode in Mode.allCases {
                let answered = try await hotel.answered(due, at: mode)
                #expect(answered.count == count + hotel.sample.count)
                #expect(answered.values.allSatisfy { $0 == 1 }, "each is answered once")
            }
        }

        /// Telephones among them are answered by hand; what they record is speech.
        private func hearGreeting(_ phones: [LabPhone], _ due: DueTime) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for phone in phones { group.addTask { try await hearGreeting(phone, due) } }
                try await group.waitForAll()
            }
        }

        private func hearGreeting(_ phone: LabPhone, _ due: DueTime) async throws {
            try await phone.awaitIncoming(within: Self.patience)
            try await phone.answer()
            try await phone.awaitEstablished()
            let recording = phone.record()
            try await LabWaiting.until("phone \(phone.number) hears the greeting", within: .seconds(15)) {
                recording.samples.count { abs(Int($0)) > 500 } > 2_000
            }
            Measures.note("the telephone \(phone.number) had heard the greeting after its due time by", due.passed)
            try await phone.hangUp()
            try await phone.awaitIdle()
        }

        @Test func `the Secondary loses its power while hundreds are woken: nobody is missed`() async throws {
            let hotel = try CrowdHotel.current()
            let rounds = WakeUpRounds()
            Measures.note(
                "\(rounds.kills) times, \(rounds.rooms) rooms each, COMXFAILOVER_WAKEUP_SEED=\(rounds.seed)")
            var total = WakeUpTally()
            for (index, instant) in rounds.instants.enumerated() {
                let tally = try await round(hotel, rounds.rooms, cut: .milliseconds(Int64(instant * 1_000)))
                Measures.note("power cut \(index + 1), \(instant) s after the due time: \(tally)")
                total = total + tally
            }
            Measures.note("\(rounds.kills) power cuts: \(total)")
            #expect(total.missed == 0)
            #expect(total.unexplained == 0)
        }

        private func round(_ hotel: CrowdHotel, _ count: Int, cut instant: Duration) async throws -> WakeUpTally {
            let due = try await hotel.wake(count)
            try await LabWaiting.pass(instant - due.passed)
            let before = WakingMinute(hotel.crowd.calls, due: due).answered.count
            try await hotel.lab.inflict(.hostDead(.secondary))
            var minute = WakingMinute([], due: due)
            _ = try? await LabWaiting.until("\(count) rooms are woken", within: Self.patience) {
                minute = WakingMinute(hotel.crowd.calls, due: due)
                return minute.timesAnswered.count == count && hotel.crowd.isQuiet
            }
            // What the other node told: copied lines, and what was kept of its word alone. The Primary's own calls have
            // an attempt.
            let crossed = Set(
                try await hotel.answered(due, at: .primary, where: "(e.node = 2 OR e.attempt IS NULL)").keys)
            try await hotel.lab.heal(.hostDead(.secondary))
            try await hotel.awaitHome()
            try await hotel.awaitLevel()
            minute = WakingMinute(hotel.crowd.calls, due: due)
            let twice = minute.timesAnswered.filter { $0.value > 1 }
            let tally = WakeUpTally(
                rooms: count, answeredBefore: before, crossed: crossed.count,
                missed: count - minute.timesAnswered.count,
                twice: twice.count, unexplained: twice.keys.count(where: crossed.contains),
                last: minute.lastAnswer)
            #expect(tally.missed == 0, "each phone rang, was answered, and the server knew it")
            #expect(tally.unexplained == 0, "the answers of \(twice.keys.filter(crossed.contains)) had crossed")
            #expect(minute.timesAnswered.values.allSatisfy { $0 <= 2 })
            for mode in Mode.allCases {
                #expect(try await hotel.answered(due, at: mode).count == count, "in the ledger of the \(mode)")
            }
            return tally
        }
    }
}
