import HotelLogic
import Testing
import Vocabulary

/// What may be asked of the desk of wake-ups, and what it answers.
@Suite struct WakeUpDeskTests {
    /// 26 November 2026, 20:00 in the hotel.
    private let evening: WallTime
    private let date: CalendarDate
    private var book = WakeUpBook()
    private var next: UInt64 = 1
    private var house = WakeUpHouse()

    init() throws {
        evening = try Berlin.at("2026-11-26 20:00")
        date = try CalendarDate("2026-11-27")
        for (number, stay) in [("101", 1), ("102", 2), ("103", 3)] as [(String, UInt64)] {
            house.rooms[try RoomNumber(number)] = .init(
                numbers: [try ExtensionNumber("1\(number)"), try ExtensionNumber("2\(number)")],
                stay: StayID(node: .secondary, number: stay), departsOn: try CalendarDate("2026-11-29"))
        }
        house.rooms[try RoomNumber("104")] = .init(numbers: [try ExtensionNumber("1104")])
        house.rooms[try RoomNumber("105")] = .init(isInUse: false)
        house.rooms[try RoomNumber("106")] = .init(stay: StayID(node: .secondary, number: 6))
    }

    private func rooms(_ texts: String...) throws -> [RoomNumber] { try texts.map { try RoomNumber($0) } }

    private func desk(_ node: Mode = .secondary) -> WakeUpDesk {
        WakeUpDesk(
            node: node, epoch: .first(of: .guest), zone: Berlin.zone, house: house, book: book, nextNumber: next)
    }

    /// Carries out what must be accepted.
    @discardableResult
    private mutating func ask(
        _ request: WakeUpRequest, _ way: Author.Way = .desk, at now: WallTime? = nil
    ) throws -> [WakeUpAnswer] {
        let decision = try desk().decide(request, by: Author(way, "Anna"), at: now ?? evening)
        for event in decision.events {
            book.fold(event)
            next += 1
        }
        return decision.answers
    }

    /// The reasons against what must be refused.
    private func refusal(_ request: WakeUpRequest, _ way: Author.Way = .desk, at now: WallTime? = nil) -> [String] {
        do throws(WakeUpRefusal) {
            let decision = try desk().decide(request, by: Author(way), at: now ?? evening)
            return ["accepted: \(decision.answers.map(\.outcome))"]
        } catch {
            return error.lines
        }
    }

    private func wish(_ times: String..., days: WakeUpDays = .next) throws -> WakeUpWish {
        WakeUpWish(at: try times.map { try TimeOfDay($0) }, days)
    }

    // MARK: What is accepted

    @Test mutating func `once is the next time that the clock shows it`() throws {
        let tomorrow = try ask(.set(rooms("101"), wish("07:00")))
        #expect(tomorrow.map(\.wakeUp.description) == ["S1"])
        #expect(try tomorrow.first?.outcome == .set && tomorrow.first?.moment?.at == Berlin.at("2026-11-27 07:00"))
        let today = try ask(.set(rooms("101"), wish("21:00")))
        #expect(today.first?.schedule == (try Berlin.once("2026-11-26 21:00")))
        let now = try ask(.set(rooms("102"), wish("20:00")))
        #expect(now.first?.schedule == (try Berlin.once("2026-11-27 20:00")), "what is now has passed")
    }

    @Test mutating func `several, daily and a group are one request each`() throws {
        let several = try ask(.set(rooms("101"), wish("06:30", "07:00", "06:30")))
        #expect(several.map(\.wakeUp.number) == [1, 2])
        let daily = try ask(.set(rooms("102"), wish("07:00", days: .daily())))
        #expect(daily.first?.schedule.first == date)
        #expect(daily.first?.schedule.last == date.adding(days: 365))
        let group = try ask(.set(rooms("103", "101", "101"), wish("05:00", days: .on([date, date.adding(days: 1)]))))
        #expect(group.map(\.room.description) == ["101", "101", "103", "103"])
        #expect(group.map(\.wakeUp.number) == [4, 5, 6, 7])
        #expect(book.active.count == 7)
        #expect(book.active.allSatisfy { $0.place?.stay != nil })
    }

    @Test mutating func `a daily one begins with the next ring that is to come`() throws {
        let today = try CalendarDate("2026-11-26")
        let daily = WakeUpDays.daily(from: today, through: today.adding(days: 3))
        #expect(try ask(.set(rooms("101"), wish("07:00", days: daily))).first?.schedule.first == date)
        #expect(try ask(.set(rooms("101"), wish("22:00", days: daily))).first?.schedule.first == today)
    }

    @Test mutating func `twice the same is once, also within a daily one`() throws {
        let first = try ask(.set(rooms("101"), wish("07:00")))
        let second = try ask(.set(rooms("101"), wish("07:00")))
        #expect(second.map(\.outcome) == [.already] && second.map(\.wakeUp) == first.map(\.wakeUp))
        try ask(.set(rooms("102"), wish("07:00", days: .daily())))
        #expect(
            try ask(.set(rooms("102"), wish("07:00", days: .on([date.adding(days: 4)])))).map(\.outcome) == [.already])
        #expect(book.count == 2)
    }

    @Test mutating func `the nights on which clocks are set are told, and accepted`() throws {
        let winter = try Berlin.at("2026-03-28 22:00")
        let skipped = try ask(.set(rooms("101"), wish("02:30")), at: winter)
        #expect(skipped.first?.moment?.at == (try Berlin.at("2026-03-29 03:00")))
        #expect(
            skipped.first?.notes.map(\.description) == [
                "there is no 2026-03-29 02:30: clocks go forward that night; it rings at 03:00"
            ])
        let twice = try ask(.set(rooms("101"), wish("02:30")), at: try Berlin.at("2026-10-24 22:00"))
        #expect(
            twice.first?.notes.map(\.description) == [
                "2026-10-25 02:30 comes twice: clocks go back that night; it rings the first time"
            ])
        #expect(twice.first?.moment?.at == WallTime(microseconds: 1_792_888_200_000_000))
    }

    @Test mutating func `in the hour that comes twice, what is asked for is still to come that night`() throws {
        // 25 October 2026, 02:10 for the second time.
        let now = WallTime(microseconds: (1_792_890_000 + 600) * 1_000_000)
        let second = WallTime(microseconds: (1_792_890_000 + 45 * 60) * 1_000_000)
        for (room, days) in [("101", .next), ("102", .on([try CalendarDate("2026-10-25")]))] as [(String, WakeUpDays)] {
            let answer = try ask(.set(rooms(room), wish("02:45", days: days)), at: now).first
            #expect(answer?.schedule.first == (try CalendarDate("2026-10-25")) && answer?.moment?.at == second)
            #expect(
                answer?.notes.map(\.description) == [
                    "2026-10-25 02:45 comes twice: clocks go back that night; it rings the second time"
                ])
        }
        let moments = book.active.map { $0.moment(on: $0.plan?.schedule.first ?? date, in: Berlin.zone)?.at }
        #expect(moments == [second, second])
        let over = try ask(.set(rooms("103"), wish("02:05")), at: now).first
        #expect(over?.schedule.first == (try CalendarDate("2026-10-26")))
    }

    @Test mutating func `a daily one that has rung in the hour that comes twice does not ring for the second time`()
        throws
    {
        try ask(.set(rooms("101"), wish("02:45", days: .daily())), at: try Berlin.at("2026-10-24 22:00"))
        let now = WallTime(microseconds: (1_792_890_000 + 600) * 1_000_000)
        #expect(refusal(.set(try rooms("101"), try wish("02:45")), at: now).first?.hasPrefix("accepted") == false)
    }

    @Test mutating func `what comes after the departure is noted`() throws {
        let late = try ask(.set(rooms("101"), wish("07:00", days: .on([try CalendarDate("2026-11-30")]))))
        #expect(late.first?.notes.map(\.description) == ["the guest is expected to leave on 2026-11-29"])
    }

    @Test mutating func `a management system may send it at the very moment`() throws {
        let wish = try wish("20:00", days: .on([try CalendarDate("2026-11-26")]))
        let late = try Berlin.at("2026-11-26 20:01")
        #expect(refusal(.set(try rooms("101"), wish), .desk, at: late).count == 1)
        let answer = try ask(.set(rooms("101"), wish), .pms, at: late)
        #expect(answer.first?.notes == [.ringsAtOnce])
        #expect(refusal(.set(try rooms("102"), wish), .pms, at: try Berlin.at("2026-11-26 20:02")).count == 1)
    }

    // MARK: What is refused

    @Test func `rooms that cannot be woken are named, all at once`() throws {
        let reasons = refusal(.set(try rooms("101", "104", "105", "106", "999"), try wish("07:00")))
        #expect(
            reasons == [
                "nobody stays in room 104: it is checked out", "room 105 is not in use", "room 106 has no phone",
                "there is no room 999",
            ])
        #expect(refusal(.set([], try wish("07:00"))) == ["no room was named"])
    }

    @Test func `a time that has passed is refused with the hotel's own time`() throws {
        let past = try wish("07:00", days: .on([try CalendarDate("2026-11-26")]))
        #expect(
            refusal(.set(try rooms("101"), past)) == ["2026-11-26 07:00 is over; it is 2026-11-26 20:00 in the hotel"])
    }

    @Test func `senseless days and words are refused`() throws {
        let backwards = WakeUpDays.daily(from: date.adding(days: 2), through: date)
        #expect(
            refusal(.set(try rooms("101"), try wish("07:00", days: backwards)))
                == ["the last day, 2026-11-27, is before the first, 2026-11-29"])
        #expect(
            refusal(.set(try rooms("101"), try wish("07:00", days: .on([date.adding(days: 400)]))))
                == ["2028-01-01 is too far ahead; at most 366 days"])
        #expect(refusal(.set(try rooms("101"), WakeUpWish(at: []))) == ["no time was named"])
        #expect(refusal(.set(try rooms("101"), try wish("07:00", days: .on([])))) == ["no day was named"])
        var wish = try wish("07:00")
        wish.language = "Deutsch"
        wish.number = try ExtensionNumber("1102")
        #expect(
            refusal(.set(try rooms("101"), wish))
                == ["`Deutsch` is not a language, such as en or de", "extension 1102 is not in room 101"])
    }

    @Test mutating func `ten thousand for one room are too many, at once and one by one`() throws {
        let dates = (0..<10_000).map { date.adding(days: $0) }
        #expect(
            refusal(.set(try rooms("101"), try wish("07:00", days: .on(dates))))
                == ["10000 calls for each room at once; at most 12"])
        for minute in 0..<12 { try ask(.set(rooms("101"), wish("06:\(10 + minute)"))) }
        #expect(refusal(.set(try rooms("101"), try wish("09:00"))) == ["room 101 cannot have more than 12 wake-ups"])
        try ask(.cancel(WakeUpID(node: .secondary, number: 3)))
        try ask(.set(rooms("101"), wish("09:00")))
    }

    @Test mutating func `the house has a limit, too`() throws {
        var limits = WakeUpLimits()
        limits.perHouse = 2
        limits.roomsPerRequest = 2
        try ask(.set(rooms("101"), wish("07:00")))
        let desk = WakeUpDesk(
            node: .secondary, epoch: .first(of: .guest), zone: Berlin.zone, house: house, book: book, nextNumber: next,
            limits: limits)
        #expect(throws: WakeUpRefusal([.houseIsFull(countMax: 2)])) {
            try desk.decide(.set(try rooms("102", "103"), try wish("07:00")), by: Author(.desk), at: evening)
        }
        #expect(throws: WakeUpRefusal([.tooManyRooms(3, countMax: 2)])) {
            try desk.decide(.set(try rooms("101", "102", "103"), try wish("08:00")), by: Author(.desk), at: evening)
        }
    }

    @Test mutating func `two calls at the same moment are refused where neither covers the other`() throws {
        try ask(.set(rooms("101"), wish("07:00", days: .on([date.adding(days: 2)]))))
        #expect(
            refusal(.set(try rooms("101"), try wish("07:00", days: .daily()))) == [
                "room 101 is called 2026-11-29 at 07:00 already, by S1; cancel that one, or choose another time"
            ])
    }

    @Test func `a long list of reasons is cut and counted`() throws {
        let many = try (1...120).map { try RoomNumber("9\($0)") }
        let reasons = refusal(.set(many, try wish("07:00")))
        #expect(reasons.count == 51 && reasons.last == "and 70 more; nothing was changed")
    }

    // MARK: Changing and cancelling

    @Test mutating func `a change keeps what it does not name`() throws {
        try ask(.set(rooms("101"), wish("07:00", days: .on([date.adding(days: 2)]))))
        let id = WakeUpID(node: .secondary, number: 1)
        let earlier = try ask(.change(id, time: try TimeOfDay("06:15"), days: nil))
        #expect(try earlier.first?.outcome == .changed && earlier.first?.schedule == Berlin.once("2026-11-29 06:15"))
        #expect(book[id]?.planRevision == WakeUpRevision(rawValue: 3))
        #expect(try ask(.change(id, time: try TimeOfDay("06:15"), days: nil)).first?.outcome == .already)
        #expect(
            try ask(.change(id, time: nil, days: .on([date]))).first?.schedule == (try Berlin.once("2026-11-27 06:15")))
    }

    @Test mutating func `a daily one that is changed in the morning does not ring again that day`() throws {
        try ask(.set(rooms("101"), wish("07:00", days: .daily())))
        let id = WakeUpID(node: .secondary, number: 1)
        let morning = try Berlin.at("2026-11-28 07:30")
        let changed = try ask(.change(id, time: try TimeOfDay("06:30"), days: nil), at: morning)
        #expect(changed.first?.schedule.first == (try CalendarDate("2026-11-29")))
    }

    @Test mutating func `what is gone cannot be changed or cancelled`() throws {
        try ask(.set(rooms("101"), wish("07:00")))
        let id = WakeUpID(node: .secondary, number: 1)
        try ask(.cancel(id))
        #expect(refusal(.cancel(id)) == ["wake-up S1 is cancelled already; set a new one"])
        #expect(refusal(.cancel(WakeUpID(node: .primary, number: 9))) == ["there is no wake-up P9"])
        #expect(refusal(.cancelAll(try RoomNumber("101"))) == ["room 101 has no such wake-up"])
        #expect(refusal(.cancelAll(try RoomNumber("999"))) == ["there is no room 999"])
        try ask(.set(rooms("102"), wish("07:00")))
        let done = WakeUpID(node: .secondary, number: 3)
        let occurrence = Occurrence(done, WakeUpRevision(rawValue: 1), on: date)
        book.fold(
            WakeUpEvent(
                .rung(occurrence, .answered(1)), room: try RoomNumber("102"), node: .secondary,
                epoch: .first(of: .guest), at: try Berlin.at("2026-11-27 07:00")))
        #expect(refusal(.cancel(done)) == ["wake-up S3 is over; set a new one"])
    }

    @Test mutating func `a room's calls are cancelled all, or those of a time`() throws {
        let room = try RoomNumber("101")
        try ask(.set([room], wish("06:00", "07:00", "08:00")))
        #expect(try ask(.cancelAt(room, try TimeOfDay("07:00"), on: date)).map(\.wakeUp.number) == [2])
        #expect(refusal(.cancelAt(room, try TimeOfDay("06:00"), on: date.adding(days: 1))).count == 1)
        #expect(try ask(.cancelAll(room)).map(\.wakeUp.number) == [1, 3])
        #expect(book.active(in: room).isEmpty)
    }

    @Test mutating func `a daily wake-up rings on its other days where one is left out`() throws {
        let (room, time) = (try RoomNumber("101"), try TimeOfDay("06:30"))
        let last = date.adding(days: 6)
        try ask(.set([room], wish("06:30", days: .daily(from: nil, through: last))))
        let answers = try ask(.cancelAt(room, time, on: date.adding(days: 2)))
        #expect(answers.map(\.outcome) == [.cancelled, .changed, .set])
        #expect(
            book.active(in: room).compactMap(\.plan?.schedule) == [
                WakeUpSchedule(time, from: date, through: date.adding(days: 1)),
                WakeUpSchedule(time, from: date.adding(days: 3), through: last),
            ])
        #expect(refusal(.cancelAt(room, time, on: date.adding(days: 2))) == ["room 101 has no such wake-up"])
        try ask(.cancelAt(room, time, on: date))
        #expect(try ask(.cancelAt(room, time, on: date.adding(days: 1))).map(\.outcome) == [.cancelled])
        #expect(book.active(in: room).compactMap(\.plan?.schedule.first) == [date.adding(days: 3)])
        #expect(try ask(.cancelAt(room, time, on: nil)).map(\.outcome) == [.cancelled])
        #expect(book.active(in: room).isEmpty)
    }

    @Test mutating func `no day of a daily wake-up is left out while another rings`() throws {
        let (room, time) = (try RoomNumber("101"), try TimeOfDay("06:30"))
        try ask(.set([room], wish("06:30", days: .daily(from: nil, through: date.adding(days: 6)))))
        let ringing = try Berlin.at("2026-11-27 06:31")
        let request = WakeUpRequest.cancelAt(room, time, on: date.adding(days: 1))
        #expect(
            refusal(request, at: ringing) == [
                "wake-up S1 is ringing, or rings again soon; try again when it is over"
            ])
        #expect(try ask(.cancelAt(room, time, on: date), at: ringing).map(\.outcome) == [.cancelled, .changed])
    }

    @Test mutating func `two phones of a room may ring at one time, and all of them cover each`() throws {
        let room = try rooms("101")
        func wish(_ number: String?) throws -> WakeUpWish {
            WakeUpWish(at: [try TimeOfDay("07:00")], .next, number: try number.map { try ExtensionNumber($0) })
        }
        #expect(try ask(.set(room, wish("1101"))).map(\.outcome) == [.set])
        #expect(try ask(.set(room, wish("1101"))).map(\.outcome) == [.already])
        #expect(try ask(.set(room, wish("2101"))).map(\.outcome) == [.set])
        let all = try ask(.set(room, wish(nil)))
        #expect(all.map(\.outcome) == [.changed] && all.map(\.wakeUp.number) == [1])
        #expect(book[all[0].wakeUp]?.plan?.number == nil)
        #expect(try ask(.set(room, wish("1101"))).map(\.outcome) == [.already])
    }

    // MARK: Stays

    @Test mutating func `a move carries along, a check-out cancels`() throws {
        let (old, new) = (try RoomNumber("101"), try RoomNumber("104"))
        try ask(.set([old], wish("07:00", "08:00")))
        let stay = StayID(node: .secondary, number: 1)
        let movement = StayMovement.moved(stay, from: old, to: new, leavesRoomEmpty: true)
        for event in desk().follow(movement, by: Author(.pms), at: evening) { book.fold(event) }
        #expect(book.active(in: old).isEmpty && book.active(in: new).count == 2)
        #expect(book.active(in: new).allSatisfy { $0.planRevision == WakeUpRevision(rawValue: 1) })
        for event in desk().follow(.emptied(new), by: Author(.pms), at: evening) { book.fold(event) }
        #expect(book.active.isEmpty)
    }

    @Test mutating func `who shares a room moves alone, and inherits what the other leaves`() throws {
        let (room, new) = (try RoomNumber("101"), try RoomNumber("102"))
        try ask(.set([room], wish("07:00")))
        house.rooms[room]?.stay = StayID(node: .secondary, number: 9)
        try ask(.set([room], wish("08:00")))
        let (first, second) = (StayID(node: .secondary, number: 1), StayID(node: .secondary, number: 9))
        let leaving = desk().follow(.leftTo(second, room: room, leaving: first), by: Author(.desk), at: evening)
        #expect(leaving.count == 1)
        let moving = desk().follow(
            .moved(second, from: room, to: new, leavesRoomEmpty: false), by: Author(.desk), at: evening)
        #expect(moving.map(\.room) == [new])
    }
}
