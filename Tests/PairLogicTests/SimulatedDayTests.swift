import SeededTestKit
import Testing
import Vocabulary

@testable import PairLogic

/// A whole day of a bad line, in a few seconds.
struct SimulatedDayTests {
    private struct Arrival {
        let at: Int64
        let sequence: UInt64
        let echoes: UInt64
        let held: Int64
    }

    /// Two halves of a day, so that they run side by side.
    @Test(arguments: [UInt64(20_260_101), 20_260_102])
    func `a day of 5 % loss and 200 ms jitter raises no alarm`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var scene = PeerScene()
        let start = scene.now.nanoseconds
        let beats: UInt64 = 345_600 / 2
        var waiting: [Arrival] = []
        var changes: [PeerDirective] = []
        var newestHeard: UInt64 = 0
        var newestThere: (sequence: UInt64, at: Int64) = (0, 0)
        for beat in 1...beats {
            let time = Int64(beat) * 250
            scene.machine.sent(beat, at: .init(nanoseconds: start + UInt64(time) * 1_000_000), wall: scene.wall)
            if random.next() % 100 >= 5 {
                newestThere = (beat, time)
            }
            if random.next() % 100 >= 5 {
                let arrival = time + 5 + Int64(random.next() % 200)
                waiting.append(
                    Arrival(at: arrival, sequence: beat, echoes: newestThere.sequence, held: time - newestThere.at))
            }
            waiting.sort { $0.at < $1.at }
            while let next = waiting.first, next.at <= time {
                waiting.removeFirst()
                guard next.sequence > newestHeard else { continue }
                newestHeard = next.sequence
                scene.facts.sequence = next.sequence
                scene.facts.sentAt = scene.wall
                scene.facts.echo = .init(
                    boot: PeerScene.ownBoot, sequence: next.echoes, held: .milliseconds(next.held))
                let now = Instant(nanoseconds: start + UInt64(next.at) * 1_000_000)
                changes += scene.machine.heard(scene.facts, at: now, wall: scene.wall)
            }
            let now = Instant(nanoseconds: start + UInt64(time) * 1_000_000)
            changes += scene.machine.tick(at: now, wall: scene.wall)
        }
        let alarms = changes.filter { if case .stateChanged = $0 { true } else { false } }
        #expect(alarms.count == 1, "only the first, from starting to online: \(alarms)")
        #expect(scene.machine.state == .online)
        let sights = changes.filter { if case .sightChanged = $0 { true } else { false } }
        #expect(sights == [.sightChanged(true)])
        let suspicions = changes.count { if case .pathChanged(_, _, .suspect, _) = $0 { true } else { false } }
        #expect(suspicions < 500, "tardy \(suspicions) times")
    }
}
