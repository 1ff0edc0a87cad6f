import HotelLogic
import Testing
import Vocabulary

/// A disk that was put back gives numbers of attempts again, of which the peer's copy tells meanwhile.
extension RingingMachineTests {
    private func line(_ step: RingingStep, at time: String) throws -> WakeUpEvent {
        WakeUpEvent(
            .rung(try attempt(1).occurrence, step), room: room, node: .secondary, epoch: .first(of: .guest),
            at: try Berlin.at(time))
    }

    @Test func `no phone rings for a claim whose number an answered attempt had`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:01")
        let claimed = ringer.wait(.milliseconds(200))
        #expect(claimed.steps == [.claimed(1)])
        let former = [
            try line(.claimed(1), at: "2026-11-27 07:00"),
            try line(.rang(1, isReceipted: true), at: "2026-11-27 07:00"),
            try line(.answered(1), at: "2026-11-27 07:00"),
        ]
        ringer.tell { $0.learned(former, at: $1, wall: $2) }
        #expect(ringer.keep(claimed).calls.isEmpty)
        #expect(ringer.wait(.minutes(10)).calls.isEmpty)
    }

    @Test func `after one that nobody answered the next attempt has a number of its own`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:01")
        let claimed = ringer.wait(.milliseconds(200))
        let former = [
            try line(.claimed(1), at: "2026-11-27 07:00"), try line(.failed(1, .busy), at: "2026-11-27 07:00"),
        ]
        ringer.tell { $0.learned(former, at: $1, wall: $2) }
        #expect(ringer.keep(claimed).calls.isEmpty)
        #expect(ringer.wait(.seconds(118)).steps.isEmpty)
        let again = ringer.wait(.seconds(3))
        #expect(again.steps == [.claimed(2)], "three minutes after the former one")
        #expect(ringer.keep(again).calls.map(\.attempt) == [try attempt(2)])
    }

    @Test func `where nothing can be kept no number is used twice either`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:01")
        ringer.wait(.milliseconds(200))
        let former = try line(.claimed(1), at: "2026-11-27 07:00")
        ringer.tell { $0.learned([former], at: $1, wall: $2) }
        let attempt = try attempt(1)
        #expect(!ringer.wait(.seconds(5)).calls.contains { $0.attempt == attempt })
    }

    @Test func `its own claim that is read from the disk is no other attempt`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:01")
        let claimed = ringer.wait(.milliseconds(200))
        ringer.tell { $0.learned(claimed.events, at: $1, wall: $2) }
        #expect(ringer.keep(claimed).calls.map(\.attempt) == [try attempt(1)])
    }
}
