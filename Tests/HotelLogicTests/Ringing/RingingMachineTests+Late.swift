import HotelLogic
import Testing
import Vocabulary

/// Answers that are heard of late: from an Asterisk that was away, or by a daemon that was.
extension RingingMachineTests {
    @Test func `an answer heard late does not take back a call that was asked for since`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let first = try ring(&ringer)
        let pressedAt = ringer.wall
        let second = try ring(&ringer, after: .seconds(61))
        ringer.tell { $0.answered(second.attempt, on: one, at: $1, wall: $2) }
        let until = WallTime(microseconds: ringer.wall.rawValue + 600_000_000)
        #expect(
            ringer.tell { $0.pressed("2", in: second.attempt, at: $1, wall: $2) }.steps == [.snoozed(2, until: until)])
        ringer.wait(.seconds(60))
        #expect(ringer.tell { $0.answered(first.attempt, on: one, at: $1, wall: $2) }.events.isEmpty)
        #expect(ringer.tell { $0.pressed("1", pressedAt, in: first.attempt, at: $1, wall: $2) }.events.isEmpty)
        #expect(ringer.wait(.seconds(530)).calls.isEmpty)
        #expect(try ring(&ringer, after: .seconds(20)).attempt.number == 3)
    }

    @Test func `an answer heard late does not count for what became due after it`() throws {
        var ringer = try alone(
            [try set("2026-11-27 07:00"), try set("2026-11-27 07:01", 2), try set("2026-11-27 07:05", 3)],
            at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        ringer.wait(.seconds(310))
        let late = ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        #expect(late.events.map { $0.wakeUp.number } == [1, 2], "the phone may have rung until after the second")
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(try ring(&ringer).attempt == attempt(1, of: 3))
    }

    @Test func `a key that confirms counts after a wish in another call, where it was pressed after it`() throws {
        var settings = RingingSettings()
        settings.confirmKey = "0"
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        let first = try ring(&ringer)
        let pressedAt = ringer.wall
        let second = try ring(&ringer, after: .seconds(100))
        ringer.tell { $0.answered(second.attempt, on: one, at: $1, wall: $2) }
        ringer.tell { $0.pressed("1", in: second.attempt, at: $1, wall: $2) }
        ringer.wait(.seconds(30))
        #expect(ringer.tell { $0.pressed("0", pressedAt, in: first.attempt, at: $1, wall: $2) }.events.isEmpty)
        let later = WallTime(microseconds: ringer.wall.rawValue - 1_000_000)
        #expect(
            ringer.tell { $0.pressed("0", later, in: first.attempt, at: $1, wall: $2) }.steps.contains(.answered(1)))
        #expect(ringer.wait(.minutes(10)).calls.isEmpty)
    }

    @Test func `an answer heard late is dated as of its call, so that a wish that only the peer knows of stands`()
        throws
    {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        ringer.wait(.seconds(50))
        func theirs(_ step: RingingStep) -> WakeUpEvent {
            WakeUpEvent(
                .rung(call.attempt.occurrence, step), room: room, node: .primary, epoch: .first(of: .guest),
                at: ringer.wall)
        }
        let claimed = theirs(.claimed(2))
        ringer.wait(.seconds(10))
        let wish = theirs(.snoozed(2, until: WallTime(microseconds: ringer.wall.rawValue + 600_000_000)))
        ringer.wait(.seconds(30))
        #expect(ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }.steps == [.answered(1)])
        ringer.tell { $0.learned([claimed, wish], at: $1, wall: $2) }
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(try ring(&ringer, after: .seconds(600)).attempt.number == 3)
    }

    @Test func `a wish is granted also where the ledger is ahead of a clock that was set back`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:20")
        ringer.wait(.seconds(1))
        let first = try #require(ringer.directives.calls.first ?? ringer.keep(ringer.directives).calls.first)
        ringer.tell { $0.answered(first.attempt, on: one, at: $1, wall: $2) }
        ringer.tell { $0.pressed("1", in: first.attempt, at: $1, wall: $2) }
        try ringer.setClock(to: "2026-11-27 07:18")
        let second = try ring(&ringer, after: .seconds(430))
        ringer.tell { $0.answered(second.attempt, on: one, at: $1, wall: $2) }
        try ringer.setClock(to: "2026-11-27 07:19")
        let pressed = ringer.wall
        let wish = ringer.tell { $0.pressed("2", pressed, in: second.attempt, at: $1, wall: $2) }
        #expect(wish.steps == [.snoozed(2, until: WallTime(microseconds: pressed.rawValue + 600_000_000))])
    }
}
