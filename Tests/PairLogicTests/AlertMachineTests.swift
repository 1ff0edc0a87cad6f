import PairLogic
import SeededTestKit
import Testing
import Vocabulary

struct AlertMachineTests {
    private let start = Instant(nanoseconds: 1_000_000_000)
    private let policy = AlertPolicy(minimum: .warning, interval: .seconds(900))

    private func line(
        _ id: UInt64, _ severity: Severity = .alert, _ kind: EventKind = .peer, about subject: String = "",
        isOver: Bool = false
    ) -> EventLine {
        let at = WallTime(microseconds: Int64(id))
        return EventLine(id: id, event: Event(at: at, severity, kind, about: subject, "event \(id)", isOver: isOver))
    }

    private func at(_ seconds: Double) -> Instant { start + .milliseconds(Int(seconds * 1_000)) }

    /// Takes and delivers everything that is to be told now.
    private func told(_ machine: inout AlertMachine, at now: Instant) -> [AlertNotice] {
        var told: [AlertNotice] = []
        while let notice = machine.next(at: now) {
            told.append(notice)
            _ = machine.delivered()
        }
        return told
    }

    @Test func `what is grave enough is told once it has lasted, and settled when it was taken`() {
        var machine = AlertMachine(policy: policy)
        #expect(machine.heard(line(1), at: at(0)) == [])
        #expect(machine.next(at: at(4.9)) == nil)
        let notice = machine.next(at: at(5))
        #expect(notice?.lines == [1] && notice?.count == 1 && notice?.event.words == "event 1")
        #expect(machine.next(at: at(6)) == nil, "one at a time")
        #expect(machine.delivered() == [1])
        #expect(machine.waitingCount == 0)
        #expect(machine.delivered() == [])
    }

    @Test func `what is not grave enough is settled at once`() {
        var machine = AlertMachine(policy: policy)
        #expect(machine.heard(line(1, .information), at: at(0)) == [1])
        #expect(machine.heard(line(2, .warning), at: at(0)) == [])
        #expect(told(&machine, at: at(9)).map(\.id) == [2])
    }

    @Test func `a call for help is told at once`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1, .alert, .emergency, about: "101"), at: at(0))
        #expect(machine.next(at: at(0))?.id == 1)
    }

    @Test func `the same is told once in an interval, and then by number with the newest`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1), at: at(0))
        #expect(told(&machine, at: at(5)).count == 1)
        for id in 2...40 { #expect(machine.heard(line(UInt64(id)), at: at(10 + Double(id))) == []) }
        #expect(told(&machine, at: at(899)).isEmpty)
        #expect(machine.waitingCount == 1)
        #expect(machine.next(at: at(901)) == nil)
        let summary = machine.next(at: at(906))
        #expect(summary?.count == 39 && summary?.id == 40 && summary?.since == WallTime(microseconds: 2))
        #expect(machine.delivered().count == 39)
        // The next interval has begun with it.
        _ = machine.heard(line(50), at: at(950))
        #expect(told(&machine, at: at(1_700)).isEmpty)
    }

    @Test func `kinds and subjects are told apart`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1, .alert, .quarantine, about: "rooms"), at: at(0))
        _ = machine.heard(line(2, .alert, .quarantine, about: "stays"), at: at(0))
        _ = machine.heard(line(3, .alert, .database), at: at(0))
        #expect(told(&machine, at: at(5)).map(\.id) == [1, 2, 3])
    }

    @Test func `what grows worse is told within the interval, with what was held`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1, .warning), at: at(0))
        #expect(told(&machine, at: at(5)).map(\.id) == [1])
        _ = machine.heard(line(2, .warning), at: at(6))
        _ = machine.heard(line(3, .alert), at: at(7))
        let worse = told(&machine, at: at(12))
        #expect(worse.map(\.id) == [3] && worse.first?.lines == [2, 3])
    }

    @Test func `whoever was told of a trouble is told that it is over, and nobody else`() {
        var machine = AlertMachine(policy: policy)
        #expect(machine.heard(line(1, .information, isOver: true), at: at(0)) == [1])
        _ = machine.heard(line(2), at: at(1))
        #expect(told(&machine, at: at(6)).map(\.id) == [2])
        #expect(machine.heard(line(3, .information, isOver: true), at: at(5_000)) == [])
        #expect(told(&machine, at: at(5_000)).map(\.id) == [3])
        #expect(machine.heard(line(4, .information, isOver: true), at: at(5_001)) == [4])
    }

    @Test func `a trouble that is over before it was told is not told, unless it does not stop`() {
        var machine = AlertMachine(policy: policy)
        for round in 0..<AlertMachine.flapsMax {
            let now = Double(round) * 3
            #expect(machine.heard(line(UInt64(2 * round + 1)), at: at(now)) == [])
            let id = UInt64(2 * round + 2)
            #expect(machine.heard(line(id, .information, isOver: true), at: at(now + 1)) == [id - 1, id])
        }
        #expect(told(&machine, at: at(60)).isEmpty)
        #expect(machine.heard(line(100), at: at(60)) == [])
        #expect(machine.heard(line(101, .information, isOver: true), at: at(61)) == [])
        #expect(told(&machine, at: at(66)).map(\.id).sorted() == [100, 101])
    }

    @Test func `a channel that does not take it is tried again after ever longer pauses`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1), at: at(0))
        var now = at(5)
        var pauses: [Duration] = []
        for _ in 0..<12 {
            #expect(machine.next(at: now)?.id == 1)
            machine.failed(at: now, chance: 1)
            var pause = Duration.seconds(1)
            while machine.next(at: now + pause) == nil { pause += .seconds(1) }
            machine.failed(at: now + pause, chance: 0)
            now = now + pause + AlertMachine.pauseMax
            pauses.append(pause)
        }
        #expect(pauses.first == AlertMachine.pauseMin)
        #expect(pauses.last == AlertMachine.pauseMax)
        #expect(pauses == pauses.sorted())
        #expect(machine.next(at: now)?.id == 1)
        #expect(machine.delivered() == [1])
        // Once it is taken the next is told without a pause.
        _ = machine.heard(line(2, .alert, .database), at: now)
        #expect(machine.next(at: now + AlertMachine.lastingMin)?.id == 2)
    }

    @Test func `a pause is shortened by chance, to half at most`() {
        var machine = AlertMachine(policy: policy)
        _ = machine.heard(line(1), at: at(0))
        _ = machine.next(at: at(5))
        machine.failed(at: at(5), chance: 0)
        #expect(machine.next(at: at(7.4)) == nil)
        #expect(machine.next(at: at(7.5)) != nil)
    }

    @Test func `too many make room for the newest, and are counted`() {
        var machine = AlertMachine(policy: policy)
        var settled: [UInt64] = []
        let extra: UInt64 = 3
        for id in 1...UInt64(AlertMachine.waitingMax) + extra {
            settled += machine.heard(line(id, .alert, .copy, about: "\(id)"), at: at(0))
        }
        #expect(settled == [1, 2, 3])
        let first = machine.next(at: at(5))
        #expect(first?.id == 4 && first?.leftOut == 3)
        machine.failed(at: at(5), chance: 1)
        #expect(machine.next(at: at(20))?.leftOut == 3)
        _ = machine.delivered()
        #expect(machine.next(at: at(20))?.leftOut == 0)
    }

    @Test func `every event leaves exactly once, whatever happens`() {
        var random = Seeded(seed: 3)
        for _ in 0..<200 {
            var machine = AlertMachine(policy: AlertPolicy(minimum: .warning, interval: .seconds(60)))
            var now = start
            var left: [UInt64] = []
            for id in 1...UInt64(120) {
                now = now + .milliseconds(Int(random.next() % 8_000))
                let severity = Severity.allCases[Int(random.next() % 3)]
                let isOver = random.next() % 4 == 0
                left += machine.heard(
                    line(id, isOver ? .information : severity, .copy, about: "\(random.next() % 4)", isOver: isOver),
                    at: now)
                guard random.next() % 2 == 0, machine.next(at: now) != nil else { continue }
                if random.next() % 3 == 0 {
                    machine.failed(at: now, chance: 0.5)
                } else {
                    left += machine.delivered()
                }
            }
            for _ in 0..<600 {
                now = now + .seconds(60)
                if machine.next(at: now) != nil { left += machine.delivered() }
            }
            #expect(left.sorted() == Array(1...UInt64(120)))
            #expect(machine.waitingCount == 0)
        }
    }

    @Test func `an event is one line of limited length`() {
        let event = Event(
            at: WallTime(microseconds: 1), .alert, .node, about: String(repeating: "x", count: 500), "a\nb\u{7F}c",
            evidence: Array(repeating: String(repeating: "y", count: 2_000), count: 50))
        #expect(event.words == "a b c")
        #expect(event.subject.count == Event.subjectLengthMax)
        #expect(event.evidence.count == Event.evidenceMax)
        #expect(event.evidence.allSatisfy { $0.count == Event.wordsLengthMax })
        #expect(Severity.information < .warning && Severity.warning < .alert)
    }
}
