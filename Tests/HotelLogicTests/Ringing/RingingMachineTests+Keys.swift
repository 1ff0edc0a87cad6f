import HotelLogic
import Testing
import Vocabulary

/// Keys that are pressed in calls, in time and late.
extension RingingMachineTests {
    @Test func `a key asks for another call, and it comes`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        let snoozed = ringer.tell { $0.pressed("2", in: call.attempt, at: $1, wall: $2) }
        let until = WallTime(microseconds: ringer.wall.rawValue + 600_000_000)
        #expect(snoozed.steps == [.snoozed(1, until: until)])
        #expect(ringer.wait(.seconds(595)).events.isEmpty)
        let again = try ring(&ringer, after: .seconds(6))
        #expect(again.attempt.number == 2)
        ringer.tell { $0.answered(again.attempt, on: one, at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(30)).isEmpty)
    }

    @Test func `snoozing has an end`() throws {
        var settings = RingingSettings()
        settings.snoozesMax = 1
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        for expected in [1, 0] {
            let call = try ring(&ringer, after: .seconds(301))
            #expect(call.snoozeMinutes.isEmpty == (expected == 0), "a key that is offered is granted")
            ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
            #expect(ringer.tell { $0.pressed("1", in: call.attempt, at: $1, wall: $2) }.events.count == expected)
        }
    }

    @Test func `where a key must confirm, a lifted receiver is not enough`() throws {
        var settings = RingingSettings()
        settings.confirmKey = "0"
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        let call = try ring(&ringer)
        #expect(call.confirmKey == "0")
        #expect(ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }.events.isEmpty)
        let ended = ringer.tell { $0.ended(call.attempt, on: one, nil, at: $1, wall: $2) }
        #expect(ended.steps == [.failed(1, .unconfirmed)])
        let again = try ring(&ringer, after: .seconds(181))
        ringer.tell { $0.answered(again.attempt, on: one, at: $1, wall: $2) }
        #expect(ringer.tell { $0.pressed("7", in: again.attempt, at: $1, wall: $2) }.events.isEmpty)
        #expect(ringer.tell { $0.pressed("0", in: again.attempt, at: $1, wall: $2) }.steps == [.answered(2)])
    }

    @Test func `a key is reckoned from the moment it was pressed, and not granted once somebody was woken later`()
        throws
    {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        let pressedAt = ringer.wall
        ringer.wait(.seconds(90))
        let snoozed = ringer.tell { $0.pressed("2", pressedAt, in: call.attempt, at: $1, wall: $2) }
        #expect(snoozed.steps.last == .snoozed(1, until: WallTime(microseconds: pressedAt.rawValue + 600_000_000)))

        var other = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let first = try ring(&other)
        let earlier = other.wall
        let second = try ring(&other, after: .seconds(61))
        #expect(other.tell { $0.answered(second.attempt, on: one, at: $1, wall: $2) }.steps == [.answered(2)])
        other.wait(.seconds(60))
        let late = other.tell { $0.pressed("1", earlier, in: first.attempt, at: $1, wall: $2) }
        #expect(late.steps == [.answered(1)], "the guest is up since: no call at an hour of nobody's choice")
        #expect(other.wait(.minutes(20)).calls.isEmpty)
    }

    @Test func `where a key must confirm, an answer told late does not, and its key told late does`() throws {
        var settings = RingingSettings()
        settings.confirmKey = "0"
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        let call = try ring(&ringer)
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        #expect(ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }.events.isEmpty)
        #expect(ringer.tell { $0.pressed("0", in: call.attempt, at: $1, wall: $2) }.steps == [.answered(1)])
    }

    @Test func `where no Asterisk runs the desk is warned all the same, and no call to it counts until one does`()
        throws
    {
        var settings = RingingSettings()
        settings.deskCallsMax = 3
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 06:59", settings: settings)
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        let warned = ringer.wait(.minutes(7)).news
        #expect(warned.map { if case .late = $0 { true } else { false } } == [true])
        let given = ringer.wait(.minutes(90)).news
        #expect(given.map { if case .missed = $0 { true } else { false } } == [true])
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(10)).news.count == 2)
    }

    @Test func `a key that does not come in time is none`() throws {
        var settings = RingingSettings()
        settings.confirmKey = "0"
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        let call = try ring(&ringer)
        ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        let late = ringer.wait(.seconds(31))
        #expect(late.steps == [.failed(1, .unconfirmed)] && late.hangUps == [call.attempt])
    }
}
