import Testing
import Vocabulary

@testable import PairLogic

struct StateDamperTests {
    private let timings = PeerTimings()

    private func at(_ seconds: UInt64) -> Instant { Instant(nanoseconds: seconds * 1_000_000_000) }

    private func judgement(_ state: PeerState, _ gravity: Int) -> Judgement {
        Judgement(state: state, gravity: gravity, reasons: [])
    }

    private var well: Judgement { judgement(.online, 0) }
    private var ill: Judgement { judgement(.degraded(.asteriskDown), 5) }
    private var gone: Judgement { judgement(.offline(.hostGone), 25) }

    /// A damper that was told `judgements`, one a second from the first.
    private func damper(_ judgements: [Judgement]) -> StateDamper {
        var damper = StateDamper(state: .starting)
        for (second, judgement) in judgements.enumerated() {
            _ = damper.judged(judgement, timings: timings, at: at(UInt64(second)))
        }
        return damper
    }

    @Test func `each state meets a graver, an equal and a lesser one`() {
        let cells: [(from: Judgement, told: Judgement, to: PeerState, changed: Bool)] = [
            (well, well, .online, false), (well, ill, ill.state, true), (well, gone, gone.state, true),
            (ill, well, ill.state, false), (ill, ill, ill.state, false), (ill, gone, gone.state, true),
            (gone, well, gone.state, false), (gone, ill, gone.state, false), (gone, gone, gone.state, false),
        ]
        for cell in cells {
            var damper = damper([cell.from])
            let changed = damper.judged(cell.told, timings: timings, at: at(1))
            #expect(changed == cell.changed, "\(cell.from.state) told \(cell.told.state)")
            #expect(damper.state == cell.to, "\(cell.from.state) told \(cell.told.state)")
        }
    }

    @Test(arguments: [PeerState.unconfigured, .disabled, .starting])
    func `a standing gives way to any judgement at once`(state: PeerState) {
        for judgement in [well, ill, gone] {
            var damper = StateDamper(state: state)
            let changed = damper.judged(judgement, timings: timings, at: at(0))
            #expect(changed)
            #expect(damper.state == judgement.state)
        }
    }

    @Test func `a better state is believed when it has held`() {
        #expect(damper([gone, well]).state == gone.state)
        #expect(damper([gone, well, well]).state == .online)
        #expect(damper([gone, well, gone, well]).state == gone.state)
    }

    @Test func `better is better though it changes on the way`() {
        #expect(damper([gone, ill, well]).state == .online)
    }

    @Test func `every relapse doubles the wait, up to the ceiling, and an old one is forgotten`() {
        var damper = damper([well])
        var holds: [Duration] = []
        for second: UInt64 in 1...7 {
            _ = damper.judged(second % 2 == 1 ? gone : well, timings: timings, at: at(second * 10))
            if second % 2 == 0 { _ = damper.judged(well, timings: timings, at: at(second * 10 + 9)) }
            holds.append(damper.hold(timings))
        }
        #expect(holds == [1, 1, 2, 2, 4, 4, 8].map { .seconds($0) })
        for second: UInt64 in 80...100 {
            _ = damper.judged(second % 2 == 0 ? well : gone, timings: timings, at: at(second))
        }
        #expect(damper.hold(timings) == timings.recoveryCeiling)
        _ = damper.judged(well, timings: timings, at: at(1_000))
        #expect(damper.hold(timings) == timings.recoveryFloor)
    }

    @Test func `an operator's word is not damped`() {
        var damper = damper([gone])
        let changed = damper.force(.disabled)
        let again = damper.force(.disabled)
        #expect([changed, again] == [true, false])
        #expect(damper.state == .disabled)
    }
}
