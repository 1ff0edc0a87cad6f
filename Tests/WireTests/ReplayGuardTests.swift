import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct ReplayGuardTests {
    private static let own = BootID(rawValue: 0xA)
    private static let peer = BootID(rawValue: 0xB)

    private func echo(_ sequence: UInt64, boot: BootID = own) -> HeartbeatMessage.Echo {
        HeartbeatMessage.Echo(boot: boot, sequence: sequence, heldMicroseconds: 0)
    }

    /// A guard that has sent up to 1,000 and has heard the peer prove itself with its heartbeat 100.
    private var proven: ReplayGuard {
        var watch = ReplayGuard(ownBoot: Self.own)
        watch.sent(1_000)
        _ = watch.heard(boot: Self.peer, sequence: 100, echo: echo(999))
        return watch
    }

    @Test func `a run is unproven until it echoes us`() {
        var watch = ReplayGuard(ownBoot: Self.own)
        #expect(watch.heard(boot: Self.peer, sequence: 1, echo: nil) == .unproven)
        #expect(watch.heard(boot: Self.peer, sequence: 2, echo: echo(0)) == .unproven, "nothing was sent yet")
        watch.sent(5)
        #expect(watch.heard(boot: Self.peer, sequence: 3, echo: echo(6)) == .unproven, "not sent yet")
        #expect(watch.heard(boot: Self.peer, sequence: 4, echo: echo(5, boot: Self.peer)) == .unproven)
        #expect(watch.heard(boot: Self.peer, sequence: 5, echo: echo(5)) == .accepted(fresh: true))
        #expect(watch.heard(boot: Self.peer, sequence: 6, echo: nil) == .accepted(fresh: true))
    }

    @Test func `an echo of long ago proves nothing`() {
        var watch = ReplayGuard(ownBoot: Self.own)
        watch.sent(1_000)
        let oldest = 1_000 - ReplayGuard.proofSpan + 1
        #expect(watch.heard(boot: Self.peer, sequence: 1, echo: echo(oldest - 1)) == .unproven)
        #expect(watch.heard(boot: Self.peer, sequence: 2, echo: echo(oldest)) == .accepted(fresh: true))
    }

    @Test func `each sequence counts once, in whatever order`() {
        var watch = proven
        #expect(watch.heard(boot: Self.peer, sequence: 100, echo: echo(999)) == .replayed)
        #expect(watch.heard(boot: Self.peer, sequence: 103, echo: nil) == .accepted(fresh: true))
        #expect(watch.heard(boot: Self.peer, sequence: 101, echo: nil) == .accepted(fresh: false))
        #expect(watch.heard(boot: Self.peer, sequence: 101, echo: nil) == .replayed)
        #expect(watch.heard(boot: Self.peer, sequence: 103, echo: nil) == .replayed)
        #expect(watch.heard(boot: Self.peer, sequence: 102, echo: nil) == .accepted(fresh: false))
    }

    @Test func `what is behind the window counts as seen`() {
        var watch = proven
        _ = watch.heard(boot: Self.peer, sequence: 200, echo: nil)
        #expect(watch.heard(boot: Self.peer, sequence: 137, echo: nil) == .accepted(fresh: false))
        #expect(watch.heard(boot: Self.peer, sequence: 136, echo: nil) == .replayed)
    }

    @Test func `a jump ahead empties the window`() {
        var watch = proven
        #expect(watch.heard(boot: Self.peer, sequence: .max, echo: nil) == .accepted(fresh: true))
        #expect(watch.heard(boot: Self.peer, sequence: .max, echo: nil) == .replayed)
        #expect(watch.heard(boot: Self.peer, sequence: 101, echo: nil) == .replayed)
        #expect(watch.heard(boot: Self.peer, sequence: .max - 1, echo: nil) == .accepted(fresh: false))
    }

    @Test func `a recording of an older run does not pass for life`() {
        var watch = proven
        let older = BootID(rawValue: 0xC)
        for sequence: UInt64 in 1...50 {
            let recorded = echo(sequence, boot: BootID(rawValue: 0xAA))
            #expect(watch.heard(boot: older, sequence: sequence, echo: recorded) == .unproven)
        }
        #expect(watch.heard(boot: Self.peer, sequence: 101, echo: nil) == .accepted(fresh: true))
    }

    @Test func `a restarted peer proves itself, and its old run stays closed to recordings`() {
        var watch = proven
        let new = BootID(rawValue: 0xC)
        #expect(watch.heard(boot: new, sequence: 1, echo: nil) == .unproven)
        #expect(watch.heard(boot: new, sequence: 2, echo: echo(1_000)) == .accepted(fresh: true))
        #expect(watch.heard(boot: Self.peer, sequence: 100, echo: echo(999)) == .replayed)
    }

    @Test func `two nodes that start together believe each other from the second heartbeat on`() {
        let (one, other) = (BootID(rawValue: 1), BootID(rawValue: 2))
        var (here, there) = (ReplayGuard(ownBoot: one), ReplayGuard(ownBoot: other))
        var (heardHere, heardThere): (HeartbeatMessage.Echo?, HeartbeatMessage.Echo?) = (nil, nil)
        var verdicts: [ReplayVerdict] = []
        for sequence: UInt64 in 1...2 {
            here.sent(sequence)
            there.sent(sequence)
            verdicts.append(here.heard(boot: other, sequence: sequence, echo: heardThere))
            verdicts.append(there.heard(boot: one, sequence: sequence, echo: heardHere))
            (heardHere, heardThere) = (echo(sequence, boot: other), echo(sequence, boot: one))
        }
        #expect(verdicts == [.unproven, .unproven, .accepted(fresh: true), .accepted(fresh: true)])
    }

    @Test func `after our own restart every recording is unproven`() {
        var watch = ReplayGuard(ownBoot: BootID(rawValue: 0xD))
        watch.sent(1_000)
        #expect(watch.heard(boot: Self.peer, sequence: 100, echo: echo(999)) == .unproven)
    }

    @Test func `only so many runs are remembered, and a forgotten one proves itself anew`() {
        var watch = proven
        for boot in 0..<UInt64(ReplayGuard.runsMax) {
            _ = watch.heard(boot: BootID(rawValue: 0x100 + boot), sequence: 1, echo: echo(1_000))
        }
        #expect(watch.heard(boot: Self.peer, sequence: 101, echo: nil) == .unproven)
        #expect(watch.heard(boot: Self.peer, sequence: 102, echo: echo(1_000)) == .accepted(fresh: true))
    }

    @Test func `the window agrees with a plain set over many random orders`() {
        var random = Seeded(seed: 3)
        var watch = proven
        var seen: Set<UInt64> = [100]
        var highest: UInt64 = 100
        for _ in 0..<20_000 {
            let sequence = highest + 10 - min(highest, random.next() % 90)
            let late = sequence <= highest
            let isNew = !seen.contains(sequence) && (!late || highest - sequence < 64)
            let isKnownBefore = sequence < 100
            let verdict = watch.heard(boot: Self.peer, sequence: sequence, echo: nil)
            if !isKnownBefore { #expect(verdict == (isNew ? .accepted(fresh: !late) : .replayed)) }
            seen.insert(sequence)
            highest = max(highest, sequence)
        }
    }
}
