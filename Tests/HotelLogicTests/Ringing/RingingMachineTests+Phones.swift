import HotelLogic
import Testing
import Vocabulary

/// Rooms with several phones.
extension RingingMachineTests {
    private func set(_ wakeUp: UInt64, for number: ExtensionNumber) throws -> WakeUpEvent {
        let plan = WakeUpPlan(try Berlin.once("2026-11-27 07:00"), number: number)
        return try event(
            WakeUp(WakeUpID(node: .secondary, number: wakeUp)).edit(.set(plan, WakeUpPlace(room)), by: .secondary))
    }

    @Test func `who sleeps at one phone is not woken by an answer at another`() throws {
        var ringer = try alone([try set(1, for: one), try set(2, for: two)], at: "2026-11-27 07:00")
        let first = try ring(&ringer)
        #expect(first.numbers == [one])
        #expect(ringer.tell { $0.answered(first.attempt, on: one, at: $1, wall: $2) }.steps == [.answered(1)])
        let second = try ring(&ringer)
        #expect(second.numbers == [two])
        #expect(ringer.tell { $0.answered(second.attempt, on: two, at: $1, wall: $2) }.steps == [.answered(1)])
    }

    @Test func `an answer at one phone counts for the whole room's wake-up, and for that phone's`() throws {
        var ringer = try alone(
            [try set("2026-11-27 07:00", 1), try set(2, for: one), try set(3, for: two)], at: "2026-11-27 07:00")
        let first = try ring(&ringer)
        #expect(first.numbers == [one, two])
        let answered = ringer.tell { $0.answered(first.attempt, on: one, at: $1, wall: $2) }
        #expect(answered.steps == [.answered(1), .answered(nil)])
        #expect(try ring(&ringer).numbers == [two])
    }

    @Test func `a room's phones each count where calls are paced`() throws {
        var settings = RingingSettings()
        settings.callsPerSecond = 20
        settings.callsMax = 30
        var phones: [RoomNumber: [ExtensionNumber]] = [:]
        let events = try (0..<40).map { index in
            let room = try RoomNumber("\(1_000 + index)")
            phones[room] = try (0..<3).map { try ExtensionNumber("\(2_000 + 10 * index + $0)") }
            return try set("2026-11-27 07:00", UInt64(index + 1), in: room)
        }
        var ringer = try Ringer(events, at: "2026-11-27 07:00", phones: phones, settings: settings)
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        var begun = 0
        for second in 1...3 {
            let claimed = ringer.wait(.seconds(1))
            begun += (claimed + ringer.keep(claimed)).calls.map(\.numbers.count).reduce(0, +)
            // What a quarter of a second leaves over, and the phones of the room with which it is used up.
            #expect(begun <= 20 * second + 5 + 2)
        }
        #expect(begun == 30, "so many ring at once, and no more")
    }
}
