import HotelLogic
import Testing
import Vocabulary

/// One node alone, its peer unheard: from the due time to the answer, or to the desk.
@Suite struct RingingMachineTests {
    let room, other: RoomNumber
    let one, two: ExtensionNumber
    let phones: [RoomNumber: [ExtensionNumber]]

    init() throws {
        (room, other) = (try RoomNumber("412"), try RoomNumber("518"))
        (one, two) = (try ExtensionNumber("1412"), try ExtensionNumber("2412"))
        phones = [room: [one, two], other: [try ExtensionNumber("1518")]]
    }

    // MARK: Making

    func set(_ text: String, _ number: UInt64 = 1, in room: RoomNumber? = nil) throws -> WakeUpEvent {
        try event(
            WakeUp(WakeUpID(node: .secondary, number: number)).edit(
                .set(WakeUpPlan(try Berlin.once(text)), WakeUpPlace(room ?? self.room)), by: .secondary))
    }

    func event(_ edit: WakeUpEdit, in room: RoomNumber? = nil) throws -> WakeUpEvent {
        WakeUpEvent(
            .edited(edit), room: room ?? self.room, node: .secondary, epoch: .first(of: .guest),
            at: try Berlin.at("2026-01-01 20:00"), author: Author(.desk))
    }

    func alone(
        _ events: [WakeUpEvent], at time: String, settings: RingingSettings = RingingSettings()
    ) throws -> Ringer {
        var ringer = try Ringer(events, at: time, phones: phones, settings: settings)
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        return ringer
    }

    /// The one call that is due is claimed, kept and rung.
    func ring(_ ringer: inout Ringer, after duration: Duration = .milliseconds(200)) throws -> RingingCall {
        let claimed = ringer.wait(duration)
        let rung = ringer.keep(claimed)
        return try #require((claimed + rung).calls.first)
    }

    func attempt(_ number: Int, of wakeUp: UInt64 = 1) throws -> Attempt {
        Attempt(
            Occurrence(
                WakeUpID(node: .secondary, number: wakeUp), WakeUpRevision(rawValue: 1),
                on: try CalendarDate("2026-11-27")),
            number)
    }

    // MARK: Ringing

    @Test func `nothing rings before it is due, and a claim is kept before a phone rings`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 06:59")
        #expect(ringer.wait(.seconds(59)).events.isEmpty)
        let claimed = ringer.wait(.seconds(2))
        #expect(claimed.steps == [.claimed(1)] && claimed.calls.isEmpty)
        let rung = ringer.keep(claimed)
        #expect(rung.steps == [.rang(1, isReceipted: false)])
        #expect(rung.calls.map(\.numbers) == [[one, two]])
        #expect(rung.calls.map(\.attempt) == [try attempt(1)])
        #expect(ringer.wait(.seconds(30)).calls.isEmpty)
    }

    @Test func `the first phone that is answered completes it, and the others stop`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        let answered = ringer.tell { $0.answered(call.attempt, on: two, at: $1, wall: $2) }
        #expect(answered.steps == [.answered(1)])
        #expect(answered.contains(.hangUp(call.attempt, except: two)))
        #expect(ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }.events.isEmpty)
        #expect(ringer.tell { $0.ended(call.attempt, on: two, nil, at: $1, wall: $2) }.isEmpty)
        #expect(ringer.wait(.minutes(40)).isEmpty)
    }

    @Test func `three attempts in vain, three minutes apart, and then the desk until somebody takes note`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        for number in 1...3 {
            let call = try ring(&ringer, after: number == 1 ? .milliseconds(200) : .seconds(11))
            #expect(call.attempt.number == number)
            ringer.tell { $0.ended(call.attempt, on: one, .busy, at: $1, wall: $2) }
            let failed = ringer.tell { $0.ended(call.attempt, on: two, .noAnswer, at: $1, wall: $2) }
            #expect(failed.steps == [.failed(number, .noAnswer)], "a phone that rang says more than one that was busy")
            #expect(ringer.wait(number == 3 ? .zero : .seconds(170)).events.isEmpty)
        }
        let given = ringer.wait(.seconds(1))
        #expect(given.steps == [.givenUp(.attempts)])
        let occurrence = try attempt(1).occurrence
        let news = DeskNews.missed(occurrence, room: room, due: try Berlin.at("2026-11-27 07:00"), .attempts)
        #expect(given.contains(.tellDesk(news, call: 1)))
        #expect(ringer.wait(.seconds(125)).filter { if case .tellDesk = $0 { true } else { false } }.count == 2)
        let confirmed = ringer.tell { $0.deskConfirmed(occurrence, by: Author(.desk, "Anna"), at: $1, wall: $2) }
        #expect(confirmed.steps == [.reported] && confirmed.events.first?.author.name == "Anna")
        #expect(ringer.wait(.minutes(10)).isEmpty)
    }

    @Test func `the desk is not called for ever`() throws {
        var settings = RingingSettings()
        settings.deskCallsMax = 4
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 09:00", settings: settings)
        #expect(ringer.wait(.minutes(20)).news.count == 4)
    }

    @Test func `what was missed by more than half an hour is not rung but told, however long ago`() throws {
        let daily = try event(
            WakeUp(WakeUpID(node: .secondary, number: 1)).edit(
                .set(
                    WakeUpPlan(
                        WakeUpSchedule(
                            try TimeOfDay("07:00"), from: try CalendarDate("2026-11-24"),
                            through: try CalendarDate("2026-11-30"))), WakeUpPlace(room)), by: .secondary))
        var ringer = try alone([daily], at: "2026-11-27 07:00")
        let concluded = ringer.wait(.seconds(1))
        #expect(concluded.steps.filter { $0 == .givenUp(.late) }.count == 3)
        #expect(concluded.steps.contains(.claimed(1)), "the one of today rings")
    }

    @Test func `a call that nobody tells of is hung up and counts as lost`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        let lost = ringer.wait(.seconds(61))
        #expect(lost.hangUps.contains(call.attempt) && lost.steps.contains(.failed(1, .lost)))
        #expect(lost.steps.contains(.claimed(2)), "nobody knows whether it rang: at once again")
    }

    // MARK: Rooms and phones

    @Test func `a phone that is not there is tried again soon, and at once when it appears`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        var failed: [WakeUpEvent] = []
        for number in 1...4 {
            let call = try ring(&ringer, after: .seconds([0.2, 16, 31, 61][number - 1]))
            for phone in [one, two] {
                failed = ringer.tell { $0.ended(call.attempt, on: phone, .unreachable, at: $1, wall: $2) }.events
            }
        }
        #expect(ringer.wait(.seconds(10)).events.isEmpty)
        ringer.tell { $0.phoneAppeared(in: room, at: $1, wall: $2) }
        // What is read from the disk meanwhile was known.
        #expect(failed.count == 1)
        ringer.tell { [failed] in $0.learned(failed, at: $1, wall: $2) }
        #expect(try ring(&ringer).attempt.number == 5)
    }

    @Test func `the desk is warned before it is too late, and told when it is`() throws {
        var ringer = try alone([try set("2026-11-27 07:00", in: try RoomNumber("999"))], at: "2026-11-27 07:00")
        var concluded: [RingingDirective] = []
        for _ in 0..<32 {
            for _ in 0..<60 {
                let waited = ringer.wait(.seconds(1))
                concluded += waited + ringer.keep(waited)
            }
        }
        #expect(concluded.calls.isEmpty, "the room has no phone")
        let warnings = concluded.news.filter { if case .late = $0 { true } else { false } }
        #expect(warnings.count == 1)
        #expect(concluded.steps.last == .givenUp(.late))
        #expect(concluded.steps.filter { $0 == .givenUp(.late) }.count == 1)
    }

    @Test func `an answer counts for all that is due in the room`() throws {
        var ringer = try alone(
            [try set("2026-11-27 07:00", 1), try set("2026-11-27 07:00", 2), try set("2026-11-27 07:01", 3)],
            at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        #expect(ringer.wait(.seconds(20)).events.isEmpty, "a room is rung for one at a time")
        let answered = ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        #expect(answered.steps == [.answered(1), .answered(nil)])
        #expect(try ring(&ringer, after: .minutes(1)).attempt.occurrence.wakeUp.number == 3)
    }

    @Test func `one phone of a room is rung alone where it was named`() throws {
        let plan = WakeUpPlan(try Berlin.once("2026-11-27 07:00"), number: two, language: "de")
        let wakeUp = WakeUp(WakeUpID(node: .secondary, number: 1))
        var ringer = try alone(
            [try event(wakeUp.edit(.set(plan, WakeUpPlace(room)), by: .secondary))], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        #expect(call.numbers == [two] && call.language == "de")
    }

    @Test func `whoever moves is woken where they are, and is not woken twice`() throws {
        let first = try set("2026-11-27 07:00")
        var ringer = try alone([first], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        let wakeUp = try #require(WakeUpBook([first])[call.attempt.occurrence.wakeUp])
        let moved = try event(wakeUp.edit(.moved(WakeUpPlace(other)), by: .secondary), in: other)
        let concluded = ringer.tell { $0.learned([moved], at: $1, wall: $2) }
        #expect(concluded.hangUps == [call.attempt] && concluded.steps == [.failed(1, .moved)])
        let again = try ring(&ringer)
        #expect(again.room == other && again.attempt.number == 2)
        ringer.tell { $0.answered(again.attempt, on: again.numbers[0], at: $1, wall: $2) }
        let back = try event(
            try #require(WakeUpBook([first, moved])[wakeUp.id]).edit(.moved(WakeUpPlace(room)), by: .secondary))
        ringer.tell { $0.learned([back], at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(5)).isEmpty)
    }

    @Test func `a cancelled call stops ringing`() throws {
        let first = try set("2026-11-27 07:00")
        var ringer = try alone([first], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        let wakeUp = try #require(WakeUpBook([first])[call.attempt.occurrence.wakeUp])
        let concluded = ringer.tell { machine, now, wall in
            machine.learned(
                [(try? event(wakeUp.edit(.cancelled, by: .secondary)))].compactMap { $0 }, at: now, wall: wall)
        }
        #expect(concluded.hangUps == [call.attempt])
        #expect(ringer.wait(.minutes(10)).isEmpty)
    }

    // MARK: Bursts

    // MARK: What breaks

    @Test func `calls end with Asterisk, and are made again when it is back`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        _ = try ring(&ringer)
        #expect(
            ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }.steps == [.failed(1, .interrupted)])
        #expect(ringer.wait(.minutes(1)).events.isEmpty)
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(try ring(&ringer).attempt.number == 2)
    }

    @Test func `without a database it rings all the same where nobody else can`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 06:59:59")
        ringer.tell { $0.databaseChanged(isUp: false, at: $1, wall: $2) }
        let concluded = ringer.wait(.seconds(2))
        #expect(concluded.steps == [.claimed(1), .rang(1, isReceipted: false)] && concluded.calls.count == 1)
    }

    @Test func `a database that does not answer is not waited for longer than two seconds`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let concluded = ringer.wait(.seconds(1.9))
        #expect(concluded.steps == [.claimed(1)] && concluded.calls.isEmpty)
        #expect(ringer.wait(.seconds(0.5)).calls.count == 1)
    }

    @Test func `after a restart a claim without an outcome is given the time of an attempt, and then counts as lost`()
        throws
    {
        let first = try set("2026-11-27 07:00")
        let claim = WakeUpEvent(
            .rung(try attempt(1).occurrence, .claimed(1)), room: room, node: .secondary, epoch: .first(of: .guest),
            at: try Berlin.at("2026-11-27 07:00"))
        var ringer = try alone([first, claim], at: "2026-11-27 07:00:10")
        #expect(ringer.wait(.seconds(49)).events.isEmpty)
        #expect(ringer.wait(.seconds(2)).steps == [.lapsed(1, of: .secondary), .claimed(2)])
        let late = ringer.tell { machine, now, wall in
            (try? attempt(1)).map { machine.answered($0, on: one, at: now, wall: wall) } ?? []
        }
        #expect(late.steps.contains(.answered(1)), "the old call was answered after all")
    }

    @Test func `an answer heard of after its wake-up moved does not count for the guest of the other room`() throws {
        let (first, theirs, ours) = (
            try set("2026-11-27 07:00"), try set("2026-11-27 07:00", 2, in: other), try set("2026-11-27 07:00", 3)
        )
        let answer = try attempt(1)
        let claim = WakeUpEvent(
            .rung(answer.occurrence, .claimed(1)), room: room, node: .secondary, epoch: .first(of: .guest),
            at: try Berlin.at("2026-11-27 07:00"))
        let wakeUp = try #require(WakeUpBook([first])[first.wakeUp])
        let moved = try event(wakeUp.edit(.moved(WakeUpPlace(other)), by: .secondary), in: other)

        var ringer = try alone([first, theirs, claim, moved], at: "2026-11-27 07:00:10")
        let concluded =
            ringer.wait(.milliseconds(100))
            + ringer.tell { $0.answered(answer, on: one, at: $1, wall: $2) } + ringer.wait(.seconds(1))
        let ended = concluded.events.filter { if case .rung(_, .answered) = $0.what { true } else { false } }
        #expect(ended.map(\.wakeUp) == [first.wakeUp])
        #expect(concluded.steps.contains(.claimed(1)), "the guest of the other room is still to be woken")

        var still = try alone([first, ours, claim], at: "2026-11-27 07:00:10")
        still.wait(.milliseconds(100))
        let covered = still.tell { $0.answered(answer, on: one, at: $1, wall: $2) }
        #expect(covered.steps == [.answered(1), .answered(nil)], "in the same room it counts for all that is due")
    }

    @Test func `a clock that jumps wakes nobody until it is confirmed or two minutes have passed`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 05:00")
        ringer.wait(.seconds(1))
        try ringer.setClock(to: "2026-11-27 07:10")
        #expect(ringer.wait(.seconds(119)).events.isEmpty)
        let passed = ringer.wait(.seconds(2))
        #expect(passed.news == [.clockJumped] && passed.steps == [.claimed(1)])

        var confirmed = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 05:00")
        confirmed.wait(.seconds(1))
        try confirmed.setClock(to: "2026-11-27 07:10")
        #expect(confirmed.wait(.seconds(5)).events.isEmpty)
        confirmed.tell { $0.clockConfirmed(at: $1, wall: $2) }
        #expect(confirmed.wait(.seconds(1)).steps == [.claimed(1)])

        var mended = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 05:00")
        mended.wait(.seconds(1))
        try mended.setClock(to: "2026-11-27 07:10")
        mended.wait(.seconds(5))
        try mended.setClock(to: "2026-11-27 05:01")
        #expect(mended.wait(.minutes(10)).events.isEmpty)
    }

    @Test func `a clock that is set back rings nobody twice`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00")
        let call = try ring(&ringer)
        ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        ringer.tell { $0.pressed("1", in: call.attempt, at: $1, wall: $2) }
        let again = try ring(&ringer, after: .seconds(301))
        try ringer.setClock(to: "2026-11-27 06:30")
        ringer.tell { $0.answered(again.attempt, on: one, at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(45)).isEmpty)
    }

    @Test func `a time that the spring night leaves out rings at the first valid moment`() throws {
        var ringer = try alone([try set("2026-03-29 02:30")], at: "2026-03-29 01:59:58")
        #expect(ringer.wait(.seconds(1)).events.isEmpty)
        #expect(ringer.wait(.seconds(2)).steps == [.claimed(1)])
    }

    @Test func `a time that comes twice rings once`() throws {
        var ringer = try alone([try set("2026-10-25 02:30")], at: "2026-10-25 02:30")
        let call = try ring(&ringer)
        ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(65)).isEmpty)
    }

    @Test func `what is due rings though something later is learned before the first look`() throws {
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:01")
        let later = [try set("2026-11-28 06:00", 2, in: other)]
        ringer.tell { $0.learned(later, at: $1, wall: $2) }
        #expect(ringer.wait(.milliseconds(200)).steps == [.claimed(1)])
    }

    @Test func `a key that was pressed counts though it is heard of too late, and the next call stops`() throws {
        var settings = RingingSettings()
        settings.confirmKey = "0"
        var ringer = try alone([try set("2026-11-27 07:00")], at: "2026-11-27 07:00", settings: settings)
        let call = try ring(&ringer)
        ringer.tell { $0.answered(call.attempt, on: one, at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(31)).steps.contains(.failed(1, .unconfirmed)))
        let second = try ring(&ringer, after: .seconds(181))
        let pressed = ringer.tell { $0.pressed("0", in: call.attempt, at: $1, wall: $2) }
        #expect(pressed.steps == [.failed(2, .withdrawn), .answered(1)])
        #expect(pressed.hangUps == [second.attempt] && ringer.wait(.minutes(40)).isEmpty)
    }

    @Test func `what is asked for in the hour that comes twice rings in that hour`() throws {
        var ringer = try alone([], at: "2026-10-25 02:50")
        ringer.stall(.minutes(20))
        let id = WakeUpID(node: .secondary, number: 1)
        let plan = WakeUpPlan(try Berlin.once("2026-10-25 02:45"))
        let edit = WakeUp(id).edit(.set(plan, WakeUpPlace(room)), by: .secondary)
        let event = WakeUpEvent(
            .edited(edit), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall,
            author: Author(.desk))
        ringer.tell { $0.learned([event], at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(34)).events.isEmpty)
        #expect(ringer.wait(.minutes(2)).steps.first == .claimed(1))
    }
}
