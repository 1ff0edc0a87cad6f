import HotelLogic
import Testing
import Vocabulary

/// What a node must have of the other's ledger before it rings.
extension RingingPairTests {
    private func hasAsked(_ concluded: [RingingDirective]) -> Bool {
        concluded.messages.contains { if case .asked = $0 { true } else { false } }
    }

    @Test func `a look at the ledger from before the peer was heard anew says nothing`() throws {
        var ringer = try ringer(.secondary)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        let look = ringer.now
        ringer.wait(.seconds(1), hearing: stand(of: .primary, hearing: ringer))
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        ringer.wait(.seconds(5))
        let heard = hear(&ringer, stand(of: .primary, hearing: ringer))
        #expect(!hasAsked(heard))
        #expect(!hasAsked(ringer.tell { $0.caughtUp(asOf: look, at: $1, wall: $2) }), "it rang in between, perhaps")
        #expect(hasAsked(ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }))
    }

    @Test func `an answer that was long on its way says nothing of what was done in a later state`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        let former = stand(of: .secondary, RingingAbility.none, hearing: ringer)
        hear(&ringer, former)
        var present = former
        present.mark = .init(run: former.mark.run, serial: former.mark.serial + 1)
        hear(&ringer, present)
        receive(&ringer, .known(mark: former.mark, []))
        #expect(ringer.wait(.seconds(1), hearing: present).events.isEmpty)
        receive(&ringer, .known(mark: present.mark, []))
        #expect(ringer.wait(.seconds(1), hearing: present).steps == [.handedOver(.unable), .claimed(1)])
    }

    @Test func `one that ceases to be the first relies on nothing that was said to it as the first`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 07:00")
        let peer = stand(of: .primary, isFirst: false, hearing: ringer)
        hear(&ringer, peer)
        receive(&ringer, .known(mark: peer.mark, []))
        let before = ringer.machine.stand.mark.serial
        ringer.tell { $0.roleChanged(isFirst: false, epoch: Epoch(rawValue: 2), at: $1, wall: $2) }
        #expect(ringer.machine.stand.mark.serial > before)
        var first = stand(of: .primary, isFirst: true, fallbacks: 1, hearing: ringer)
        first.epoch = Epoch(rawValue: 2)
        hear(&ringer, first)
        receive(&ringer, .known(mark: first.mark, []))
        #expect(ringer.wait(.seconds(30), hearing: first).events.isEmpty, "it rang as the second, and never told of it")
    }

    @Test func `a node that stood still looks at the ledger anew`() throws {
        var ringer = try ringer(.secondary)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        let look = ringer.now
        ringer.stall(.seconds(8))
        hear(&ringer, stand(of: .primary, hearing: ringer))
        #expect(!hasAsked(ringer.tell { $0.caughtUp(asOf: look, at: $1, wall: $2) }))
        #expect(hasAsked(ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }))
    }

    @Test func `the ledger is waited for from the moment in which the node can ring`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 07:00")
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        let peer = stand(of: .primary, RingingAbility.none, hearing: ringer)
        ringer.wait(.minutes(4), hearing: peer)
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(115), hearing: peer).events.isEmpty)
        #expect(ringer.wait(.seconds(10), hearing: peer).steps.first == .claimed(1))
    }

    @Test func `the ledger is waited for from the moment in which the peer is heard`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 06:50")
        ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        ringer.wait(.minutes(10))
        let peer = stand(of: .primary, RingingAbility.none, hearing: ringer)
        hear(&ringer, peer)
        ringer.tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(115), hearing: peer).events.isEmpty)
    }

    // MARK: Hearsay

    @Test func `what the other said is written as of when it happened, so that a later wish of the guest stands`()
        throws
    {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        hear(&ringer, stand(of: .secondary, holds: true, hearing: ringer))
        func said(_ step: RingingStep) -> WakeUpEvent {
            WakeUpEvent(
                .rung(occurrence, step), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        }
        let claimed = said(.claimed(1))
        ringer.wait(.seconds(5))
        let answered = said(.answered(1))
        receive(&ringer, .noted([claimed, answered]))
        ringer.wait(.seconds(3))
        let snoozed = said(.snoozed(1, until: WallTime(microseconds: ringer.wall.rawValue + 300_000_000)))
        ringer.wait(.seconds(3))
        let kept = ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(kept.steps == [.answered(nil)])
        #expect(kept.events.map(\.at) == [answered.at])
        ringer.tell { $0.learned([claimed, answered, snoozed], at: $1, wall: $2) }
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(ringer.wait(.minutes(6)).steps.contains(.claimed(2)))
    }
}
