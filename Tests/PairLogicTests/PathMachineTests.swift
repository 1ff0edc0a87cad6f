import Testing
import Vocabulary

@testable import PairLogic

struct PathMachineTests {
    private static let silent = ProbeOutcome.failure(.silent, words: "silent")
    private static let other = ProbeOutcome.failure(.other, words: "other")
    private static let definite: [PathFailure] = [
        .portClosed, .secretMismatch, .databaseAccessDenied, .databaseGrantMissing, .encryption, .protocolTooNew,
    ]

    private let wall = WallTime(microseconds: 1)

    /// A path in `state`, reached by real outcomes.
    private func path(_ state: PathState) -> PathMachine {
        var machine = PathMachine()
        let outcomes: [ProbeOutcome] =
            switch state {
            case .unknown: []
            case .up: [.well]
            case .suspect: [.well, Self.silent]
            case .down: [.refused]
            }
        for outcome in outcomes { machine.probed(outcome, silentUntilDown: 2, at: second(1), wall: wall) }
        return machine
    }

    private func second(_ count: UInt64) -> Instant { Instant(nanoseconds: count * 1_000_000_000) }

    @Test(arguments: [
        (PathState.unknown, ProbeOutcome.well, PathState.up), (.up, .well, .up), (.suspect, .well, .up),
        (.down, .well, .up),
        (.unknown, silent, .suspect), (.up, silent, .suspect), (.suspect, silent, .down), (.down, silent, .down),
        (.unknown, other, .suspect), (.up, other, .suspect), (.suspect, other, .down), (.down, other, .down),
    ])
    func `silence must repeat itself, an answer need not`(from: PathState, outcome: ProbeOutcome, to: PathState) {
        var machine = path(from)
        #expect(machine.status.state == from)
        machine.probed(outcome, silentUntilDown: 2, at: second(2), wall: wall)
        #expect(machine.status.state == to)
    }

    @Test(arguments: definite, [PathState.unknown, .up, .suspect, .down])
    func `a definite refusal is down at once and proves the host`(failure: PathFailure, from: PathState) {
        var machine = path(from)
        machine.probed(.failure(failure, words: "no"), silentUntilDown: 2, at: second(2), wall: wall)
        #expect(machine.status.state == .down)
        #expect(machine.failure == failure)
        #expect(machine.hostProvedAt == second(2))
    }

    @Test func `the first failure of a row is kept as its beginning`() {
        var machine = path(.up)
        for count: UInt64 in 2...5 {
            machine.probed(Self.silent, silentUntilDown: 2, at: second(count), wall: wall)
        }
        #expect(machine.failingSince == second(2))
        machine.probed(.well, silentUntilDown: 2, at: second(6), wall: wall)
        #expect(machine.failingSince == nil)
        #expect(machine.failure == nil)
        #expect(machine.status.lastError == .silent, "what it was is still shown")
    }

    @Test func `a state that nobody confirms is forgotten`() {
        var machine = path(.up)
        let early = machine.tick(at: second(30), stale: .seconds(30))
        let late = machine.tick(at: second(31), stale: .seconds(30))
        let again = machine.tick(at: second(32), stale: .seconds(30))
        #expect([early, late, again] == [false, true, false])
        #expect(machine.status.state == .unknown)
    }

    @Test func `an excused failure is shown and not counted`() {
        var machine = path(.up)
        machine.excused(.silent, words: "late", wall: wall)
        #expect(machine.status.state == .up)
        #expect(machine.status.lastErrorWords == "late")
    }

    @Test func `words from outside are kept within their limit`() {
        var machine = PathMachine()
        let words = String(repeating: "é", count: 1_000)
        machine.probed(.failure(.other, words: words), silentUntilDown: 2, at: second(1), wall: wall)
        #expect(machine.status.lastErrorWords?.count == PathMachine.wordsMax)
    }

    @Test func `the round trip is smoothed by an eighth`() {
        var machine = PathMachine()
        machine.probed(.success(roundTrip: .milliseconds(8)), silentUntilDown: 2, at: second(1), wall: wall)
        machine.probed(.success(roundTrip: .milliseconds(16)), silentUntilDown: 2, at: second(2), wall: wall)
        #expect(machine.status.roundTrip == .milliseconds(9))
    }
}
