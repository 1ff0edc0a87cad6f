import HotelLogic
import PairLogic
import Ports
import Testing
import Vocabulary

@testable import NodeServices

/// The small parts of ringing: names of calls, lines on their way, the desk's bell.
@Suite struct RingingPartsTests {
    private let run = BootID(rawValue: .max)
    private let number = ExtensionNumber(literal: "0102")

    private var attempt: Attempt {
        Attempt(
            Occurrence(
                WakeUpID(node: .primary, number: .max), WakeUpRevision(rawValue: .max), on: .last), 17)
    }

    private func event(_ number: Int) -> WakeUpEvent {
        WakeUpEvent(
            .rung(attempt.occurrence, .claimed(number)), room: RingingScene.room("1"), node: .primary,
            epoch: Epoch(rawValue: 1), at: WallTime(microseconds: 1))
    }

    @Test func `a call's name tells what it is for, and other names tell nothing`() {
        for name in [
            WakeUpCallName(.guest(attempt), number: number, run: run),
            WakeUpCallName(.desk(12), number: number, run: run),
        ] {
            #expect(WakeUpCallName(name.description) == name)
            // Asterisk takes no longer ids, and its database no longer keys.
            #expect(name.description.utf8.count < 140)
            #expect(name.description.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 > 0x20 && $0 < 0x7F })
        }
        for text in [
            "", "1732608000.5", "wake-up", "wake-up_S1_1_2026-11-27_0_101_5", "wake-up_X1_1_2026-11-27_1_101_5",
            "wake-up_S1_1_2026-02-30_1_101_5", "wake-up-desk_1_101_x", "wake-up_S1_1_2026-11-27_1_101_5_6",
        ] {
            #expect(WakeUpCallName(text) == nil, "\(text)")
        }
    }

    @Test func `lines are offered in their order, and again just so until they are kept`() {
        var queue = LedgerQueue(run: run)
        #expect(queue.next() == nil)
        queue.append(1, [event(1)])
        queue.append(2, [event(2), event(3)])
        let first = queue.next()
        #expect(first == WakeUpBatch([event(1), event(2), event(3)], number: .init(run: run, serial: 2)))
        queue.append(3, [event(4)])
        #expect(queue.next() == first)
        #expect(queue.count == 4)
        #expect(queue.kept() == 2)
        #expect(queue.next()?.events == [event(4)])
        #expect(queue.kept() == 3)
        #expect(queue.kept() == nil)
        #expect(queue.count == 0)
    }

    @Test func `so many lines at most are kept at once, unless one conclusion has more`() {
        var queue = LedgerQueue(run: run)
        let many = Array(repeating: event(1), count: LedgerQueue.linesAtOnceMax)
        queue.append(1, many)
        queue.append(2, [event(2)])
        queue.append(3, many + many)
        #expect(queue.next()?.events.count == LedgerQueue.linesAtOnceMax)
        #expect(queue.kept() == 1)
        #expect(queue.next()?.events == [event(2)])
        #expect(queue.kept() == 2)
        #expect(queue.next()?.events.count == 2 * LedgerQueue.linesAtOnceMax)
    }

    @Test func `the desk is called about several rooms at once, one call at a time, its phones taking turns`() {
        var bell = DeskBell()
        let numbers = [ExtensionNumber(literal: "200"), ExtensionNumber(literal: "201")]
        #expect(bell.next(numbers) == nil)
        let occurrences = (0..<12).map { day in
            Occurrence(
                WakeUpID(node: .primary, number: 1), WakeUpRevision(rawValue: 2), on: CalendarDate(dayNumber: day))
        }
        for (index, occurrence) in occurrences.enumerated() {
            let answers = (0..<2).map { _ in bell.wants(occurrence, in: RingingScene.room("\(index)")) }
            #expect(answers == [true, false])
        }
        #expect(bell.next([]) == nil)
        let first = bell.next(numbers)
        #expect(first?.rooms.count == DeskBell.roomsPerCall)
        #expect(first?.number == numbers[0])
        #expect(bell.next(numbers) == nil)
        let isNew = bell.wants(occurrences[0], in: RingingScene.room("0"))
        #expect(!isNew, "the desk is being called about it")
        #expect(bell.confirmed(first?.serial ?? 0, roomsCount: 10) == Array(occurrences.prefix(10)))
        #expect(bell.confirmed(first?.serial ?? 0, roomsCount: 3) == Array(occurrences.prefix(3)), "heard so far")
        #expect(bell.confirmed(99, roomsCount: 10) == [])
        bell.ended(first?.serial ?? 0)
        let second = bell.next(numbers)
        #expect(second?.number == numbers[1])
        #expect(second?.rooms.count == 2)
        bell.ended(second?.serial ?? 0)
        for index in 0..<3 { bell.wants(occurrences[index], in: RingingScene.room("\(index)")) }
        bell.keep { $0 == occurrences[1] }
        let third = bell.next(numbers)
        #expect(third?.rooms == [RingingScene.room("1")], "the others are settled")
        bell.ended(third?.serial ?? 0)
        #expect(bell.next(numbers) == nil)
    }

    @Test func `the dialplan's words are understood, and others are not`() {
        let moment = WallTime(microseconds: 1_732_608_000_000_000)
        #expect(DialplanWord("answered") == .taken(key: nil, at: nil, roomsCount: 0))
        #expect(DialplanWord("answered:7") == .taken(key: "7", at: nil, roomsCount: 0))
        #expect(DialplanWord("answered:7:1732608000") == .taken(key: "7", at: moment, roomsCount: 0))
        #expect(DialplanWord("answered:1:1732608000:10") == .taken(key: "1", at: moment, roomsCount: 10))
        #expect(DialplanWord("busy")?.failure == .busy)
        #expect(DialplanWord("declined")?.failure == .declined)
        #expect(DialplanWord("noanswer")?.failure == .noAnswer)
        #expect(DialplanWord("unavailable")?.failure == .unreachable)
        for text in ["", ":", "answered:", "answered:77", "answered:1:x", "answered:1:2:-3", "answered:1:2:3:4", "y"] {
            #expect(DialplanWord(text) == nil)
        }
    }

    @Test func `who rings first is told by the reigns, also where the database cannot store what the peer told`() {
        let board = NodeBoard(mode: .secondary)
        let settings = RingingServiceSettings(zone: .utc)
        func facts(hasPeer: Bool = true) -> RingingFacts {
            board.read {
                RingingFacts(
                    $0, settings, hasPeer: hasPeer, isAsteriskRunning: true, at: Instant(nanoseconds: 1))
            }
        }
        #expect(facts().isFirst == nil)
        #expect(facts(hasPeer: false).isFirst == true)
        board.change { $0.scopes = [ScopeReport(scope: .guest, owner: .secondary, epoch: Epoch(rawValue: 1))] }
        board.settleReigns(at: Instant(nanoseconds: 1))
        #expect(facts().isFirst == true && facts().epoch == Epoch(rawValue: 1))
        board.change { content in
            _ = content.reigns[.guest]?.take(
                .heard(Ownership(scope: .guest, owner: .primary, epoch: Epoch(rawValue: 2))),
                at: Instant(nanoseconds: 2))
        }
        #expect(facts().isFirst == false)
    }
}
