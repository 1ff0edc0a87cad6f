import Testing
import Vocabulary

@testable import PairLogic

/// Nodes that came back old, or twice.
struct ReignRestoreTests {
    private static let restored = ReignInput.ableTo(NodeAbility(isRestored: true))

    @Test func `an old image stands down as soon as it hears the peer`() {
        var scene = ReignScene.begun(own: .secondary, .guest(.secondary, 1))
        scene.take(Self.restored)
        scene.take(.heard(.guest(.primary, 2)))
        #expect(scene.stored == .guest(.primary, 2) && scene.machine.holder == .node(.primary))
    }

    @Test func `a restored node takes nothing over while the peer is there, not even by force`() {
        var scene = ReignScene.begun()
        scene.peerIsWell()
        scene.take(Self.restored)
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.log.last == .refusedTakeover(.restored))
        #expect(scene.stored == .guest(.secondary, 1))
    }

    @Test func `a restored node that is alone takes over by force alone`() {
        var scene = ReignScene.begun()
        scene.peerIsGone()
        scene.take(Self.restored)
        scene.take(.takeoverWanted(isForced: false))
        #expect(scene.log.last == .refusedTakeover(.restoredAlone))
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.stored.ownership.owner == .primary)
    }

    @Test func `a restored owner that has everything again begins a reign beyond all that were lost`() {
        var scene = ReignScene.begun(.guest(.primary, 2))
        scene.peerIsWell()
        scene.take(Self.restored)
        #expect(scene.stored == .guest(.primary, 2))
        scene.take(.ableTo(NodeAbility()))
        #expect(scene.stored == .guest(.primary, 1_004))
        #expect(scene.news == [.renewed(.guest(.primary, 1_004))])
    }

    @Test func `in an older reign that a put-back disk has of its own it does not act, but in its latest alone`() {
        var scene = ReignScene.begun(own: .secondary, .guest(.secondary, 5))
        scene.stored = .guest(.secondary, 1)
        scene.take(.databaseReturned)
        scene.isObedient = false
        scene.take(.tick)
        scene.take(.loaded(scene.stored))
        #expect(scene.log.last == .store(.guest(.secondary, 5)) && scene.machine.holder == .inDoubt)
        scene.take(.stored(.guest(.secondary, 5)))
        #expect(scene.machine.holder == .node(.secondary))
    }

    @Test func `a restored node that owns nothing begins no reign`() {
        var scene = ReignScene.begun()
        scene.take(Self.restored)
        scene.take(.ableTo(NodeAbility()))
        #expect(scene.stored == .guest(.secondary, 1) && scene.news.isEmpty)
    }

    @Test func `a cloned node takes nothing over`() {
        var scene = ReignScene.begun()
        scene.peerIsGone()
        scene.take(.ableTo(NodeAbility(isCloned: true)))
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.log.last == .refusedTakeover(.cloned))
    }

    @Test func `nothing is given to a clone or to a restored node`() {
        for (theirs, refusal) in [
            (NodeAbility(isCloned: true), GivebackRefusal.cloned), (NodeAbility(isRestored: true), .peerRestored),
        ] {
            var scene = ReignScene.begun(.guest(.primary, 2))
            scene.peerIsWell()
            scene.take(.peerStands(.heard(theirs), isSeeingEachOther: true))
            scene.take(.givebackWanted(.operatorHere))
            #expect(scene.log.last == .refusedGiveback(refusal))
        }
    }
}
