import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// What the service of ringing makes of what it hears, step by step.
@Suite struct RingingDeskTests {
    private let scene = RingingScene()
    private let run = BootID(rawValue: 5)

    private var now: Instant { scene.clock.now() }
    private var wall: WallTime { scene.clock.wallTime() }

    private func facts(_ clock: RingingFacts.Clock = .unknown) -> RingingFacts {
        RingingFacts(
            isFirst: true, epoch: Epoch(rawValue: 1), isDatabaseUp: true, isAsteriskRunning: true, peer: .unheard,
            phones: RingingScene.phones, languages: HouseLanguages(), clockConfirmations: 0, clock: clock)
    }

    private func desk() -> RingingDesk {
        RingingDesk(mode: .secondary, run: run, settings: RingingServiceSettings(zone: .utc), at: now)
    }

    private func line(_ sequence: UInt64, _ event: WakeUpEvent) -> WakeUpLine {
        WakeUpLine(incarnation: Incarnation(rawValue: 1), sequence: sequence, event: event)
    }

    /// The line of a claim of what a wake-up wants today, and the attempt.
    private func claim(of planned: WakeUpEvent) throws -> (event: WakeUpEvent, attempt: Attempt) {
        let wakeUp = try #require(WakeUpBook([planned])[planned.wakeUp])
        let occurrence = try #require(wakeUp.openOccurrences(through: .last).first)
        let event = WakeUpEvent(
            .rung(occurrence, .claimed(1)), room: RingingScene.room("1"), node: .secondary, epoch: Epoch(rawValue: 1),
            at: wall)
        return (event, Attempt(occurrence, 1))
    }

    /// Asterisk is looked at, and its database says that somebody took the call; gives what it may forget.
    private func look(_ desk: inout RingingDesk, _ attempt: Attempt) -> [RingingErrand] {
        let name = WakeUpCallName(.guest(attempt), number: ExtensionNumber(literal: "101"), run: run)
        let entry = AsteriskEntry(family: DialplanWord.family, key: name.description, value: "answered")
        desk.looked([entry], channels: [], at: now, wall: wall)
        return desk.takeErrands(at: now).filter { if case .forget = $0 { true } else { false } }
    }

    private func steps(_ desk: inout RingingDesk) -> [RingingStep] {
        var steps: [RingingStep] = []
        while let batch = desk.ledger.next() {
            steps += batch.events.compactMap { if case .rung(_, let step) = $0.what { step } else { nil } }
            desk.kept(at: now, wall: wall)
        }
        return steps
    }

    @Test func `an answer that is told before the wake-ups are read counts once they are`() throws {
        var desk = desk()
        let planned = scene.wakeUp(1, after: 0)
        let (claimed, attempt) = try claim(of: planned)
        #expect(look(&desk, attempt).isEmpty, "it is not forgotten")
        desk.read([line(1, planned), line(2, claimed)], at: now, wall: wall)
        desk.tick(facts(), at: now, wall: wall)
        _ = look(&desk, attempt)
        #expect(steps(&desk) == [.answered(1)])
        #expect(look(&desk, attempt).count == 1, "what is kept may be forgotten there")
    }

    @Test func `an answer to an attempt whose line has not come is kept in mind until it does`() throws {
        var desk = desk()
        let planned = scene.wakeUp(1, after: 0)
        let (claimed, attempt) = try claim(of: planned)
        desk.read([], at: now, wall: wall)
        desk.tick(facts(), at: now, wall: wall)
        #expect(look(&desk, attempt).isEmpty)
        desk.learned([planned, claimed], at: now, wall: wall)
        _ = look(&desk, attempt)
        #expect(steps(&desk) == [.answered(1)])
        #expect(look(&desk, attempt).count == 1)
    }

    @Test func `the word on an attempt of former days is forgotten though nothing is known of it`() throws {
        var desk = desk()
        let (_, attempt) = try claim(of: scene.wakeUp(1, after: -4 * 86_400))
        desk.read([], at: now, wall: wall)
        #expect(look(&desk, attempt).count == 1)
    }

    @Test func `a clock that the peer contradicts is not confirmed by the peer's silence`() {
        var desk = desk()
        desk.read([], at: now, wall: wall)
        func isHeld(_ clock: RingingFacts.Clock) -> Bool? {
            desk.tick(facts(clock), at: now, wall: wall)
            return desk.standing(at: now)?.isClockHeld
        }
        #expect(isHeld(.inStep) == false)
        #expect(isHeld(.ahead(.seconds(3_600))) == true)
        #expect(isHeld(.unknown) == true)
        #expect(isHeld(.inStep) == false)
    }
}
