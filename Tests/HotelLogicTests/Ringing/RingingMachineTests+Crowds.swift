import HotelLogic
import Testing
import Vocabulary

/// Many rooms at one time, and no more lines than there are.
extension RingingMachineTests {
    @Test func `a burst is paced by the calls in a second and by the calls at once`() throws {
        var settings = RingingSettings()
        settings.callsPerSecond = 20
        settings.callsMax = 100
        var phones: [RoomNumber: [ExtensionNumber]] = [:]
        let events = try (0..<512).map { index in
            let room = try RoomNumber("\(1_000 + index)")
            phones[room] = [try ExtensionNumber("\(2_000 + index)")]
            return try set("2026-11-27 07:00", UInt64(index + 1), in: room)
        }
        var ringer = try Ringer(events, at: "2026-11-27 07:00", phones: phones, settings: settings)
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        // Each of them rings for four seconds, and talks for three more.
        var (ringing, talking): ([(call: RingingCall, until: Int)], [(call: RingingCall, until: Int)]) = ([], [])
        var answered = 0
        for second in 0..<60 {
            let claimed = ringer.wait(.seconds(1))
            let calls = (claimed + ringer.keep(claimed)).calls
            #expect(calls.count <= 25, "in second \(second)")
            ringing += calls.map { ($0, second + 4) }
            #expect(ringing.count + talking.count <= 100)
            for (call, _) in talking.filter({ $0.until <= second }) {
                ringer.tell { $0.ended(call.attempt, on: call.numbers[0], nil, at: $1, wall: $2) }
            }
            talking.removeAll { $0.until <= second }
            for (call, _) in ringing.filter({ $0.until <= second }) {
                answered += ringer.tell { $0.answered(call.attempt, on: call.numbers[0], at: $1, wall: $2) }.steps.count
                talking.append((call, second + 3))
            }
            ringing.removeAll { $0.until <= second }
        }
        #expect(answered == 512, "all are awake within a minute")
    }

    @Test(arguments: [true, false])
    func `a guest who listens takes up a line until the call ends, however it does`(isTold: Bool) throws {
        var settings = RingingSettings()
        settings.callsMax = 1
        var ringer = try alone(
            [try set("2026-11-27 07:00"), try set("2026-11-27 07:00", 2, in: other)], at: "2026-11-27 07:00",
            settings: settings)
        let call = try ring(&ringer)
        #expect(ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }.steps == [.answered(1)])
        #expect(ringer.wait(.seconds(60)).steps.isEmpty, "the only line is taken")
        if isTold {
            // The leg that was hung up ends first, and frees nothing.
            ringer.tell { $0.ended(call.attempt, on: two, .noAnswer, at: $1, wall: $2) }
            #expect(ringer.wait(.seconds(1)).steps.isEmpty)
            ringer.tell { $0.ended(call.attempt, on: one, nil, at: $1, wall: $2) }
        }
        #expect(ringer.wait(isTold ? .seconds(1) : settings.talkMax).steps.first == .claimed(1))
    }
}
