import Testing
import Vocabulary

@testable import PairLogic

/// What an operator sees of taking over and standing down.
struct ReignTests {
    @Test func `nothing is claimed before the record was read`() {
        var scene = ReignScene(.guest(.primary, 2))
        #expect(scene.machine.holder == .inDoubt && scene.machine.announced == nil)
        scene.take(.tick)
        #expect(scene.log == [.load, .holds(.node(.primary)), .announce(.guest(.primary, 2))])
    }

    @Test func `who is first is known once the record is read, and it ends with the peer's higher reign`() {
        var scene = ReignScene(own: .secondary, .guest(.secondary, 1))
        #expect(scene.machine.isFirst == nil)
        scene.take(.tick)
        #expect(scene.machine.isFirst == true)
        scene.isObedient = false
        scene.take(.heard(.guest(.primary, 2)))
        #expect(scene.machine.isFirst == false && scene.machine.announced == .guest(.secondary, 1))
    }

    @Test func `what takes a moment is told from what takes its time`() {
        var scene = ReignScene.begun(own: .secondary, .guest(.secondary, 1))
        #expect(!scene.machine.isBusyForAMoment)
        scene.isObedient = false
        scene.take(.heard(.guest(.primary, 2)))
        #expect(scene.machine.isBusyForAMoment, "the peer's reign is being stored")
        scene.take(.stored(.guest(.primary, 2)))
        #expect(!scene.machine.isBusyForAMoment)
        #expect(ReignScene(.guest(.primary, 2)).machine.isBusyForAMoment, "the record is being read")
    }

    @Test func `behind a barrier the owner stays first, and a release makes it the other`() {
        #expect(ReignScene.begun(.guest(.primary, 2)).machine.isFirst == true)
        var scene = ReignScene(.guest(.primary, 2, .closed))
        scene.isObedient = false
        scene.take(.tick)
        scene.take(.loaded(scene.stored))
        #expect(scene.machine.holder == .inDoubt && scene.machine.isFirst == true)
        let released = ReignScene.begun(.guest(.secondary, 3, .released))
        #expect(released.machine.holder == .inDoubt && released.machine.isFirst == false)
    }

    @Test func `a takeover is stored before it is acted upon and announced`() {
        var scene = ReignScene.begun()
        scene.take(.heard(.guest(.secondary, 1)))
        scene.peerIsGone()
        scene.isObedient = false
        scene.take(.takeoverWanted(isForced: false))
        #expect(scene.log == [.store(.guest(.primary, 2))])
        #expect(scene.machine.announced == .guest(.secondary, 1))
        #expect(scene.machine.holder == .node(.secondary))
        scene.log = []
        scene.take(.stored(.guest(.primary, 2)))
        #expect(
            scene.log == [
                .holds(.node(.primary)), .announce(.guest(.primary, 2)), .told(.tookOver(.guest(.primary, 2))),
            ])
    }

    @Test func `each node mints numbers of its own parity`() {
        for (own, stored, next) in [
            (Mode.primary, ReignRecord.guest(.secondary, 1), UInt64(2)), (.primary, .guest(.secondary, 4), 6),
            (.secondary, .guest(.primary, 2), 3), (.secondary, .guest(.primary, 5), 7),
        ] {
            var scene = ReignScene.begun(own: own, stored)
            scene.take(.heard(stored.ownership))
            scene.peerIsGone()
            scene.take(.takeoverWanted(isForced: false))
            #expect(scene.stored == .guest(own, next))
        }
    }

    @Test func `a node that has not heard its peer since its start skips what an older image may have lost`() {
        var scene = ReignScene.begun(.guest(.secondary, 4))
        scene.peerIsGone()
        scene.take(.takeoverWanted(isForced: false))
        #expect(scene.stored == .guest(.primary, 1_006))
    }

    @Test func `a takeover goes beyond what the peer was heard to have`() {
        var scene = ReignScene.begun()
        scene.take(.peerStands(.heard(NodeAbility()), isSeeingEachOther: true))
        scene.take(.heard(.guest(.secondary, 7)))
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.stored == .guest(.primary, 8))
    }

    @Test func `while the peer is heard a takeover wants force, and says what forcing means`() {
        var scene = ReignScene.begun()
        scene.peerIsWell()
        scene.log = []
        scene.take(.takeoverWanted(isForced: false))
        #expect(scene.log == [.refusedTakeover(.peerHeard)])
        #expect(TakeoverRefusal.peerHeard.forcing(own: .primary, scope: .guest)?.contains("stands down") == true)
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.stored == .guest(.primary, 2))
    }

    @Test func `what cannot be forced says so`() {
        for refusal in TakeoverRefusal.allCases {
            #expect((refusal.forcing(own: .primary, scope: .guest) != nil) == refusal.yieldsToForce, "\(refusal)")
            #expect(!refusal.words(own: .secondary, scope: .configuration).isEmpty)
        }
        for refusal in GivebackRefusal.allCases { #expect(!refusal.words(own: .primary, scope: .guest).isEmpty) }
    }

    @Test func `the loser of a higher reign stops before it has stored anything`() {
        var scene = ReignScene.begun(.guest(.primary, 2))
        scene.isObedient = false
        scene.take(.heard(.guest(.secondary, 3)))
        #expect(scene.log == [.holds(.node(.secondary)), .store(.guest(.secondary, 3))])
        #expect(scene.machine.announced == .guest(.primary, 2))
        scene.log = []
        scene.take(.stored(.guest(.secondary, 3)))
        #expect(scene.log == [.announce(.guest(.secondary, 3)), .told(.stoodDown(for: .guest(.secondary, 3)))])
    }

    @Test func `a stand-down that the store refuses holds all the same, and is stored later`() {
        var scene = ReignScene.begun(.guest(.primary, 2))
        scene.isObedient = false
        scene.take(.heard(.guest(.secondary, 3)))
        scene.take(.storeFailed("a transaction is open"))
        #expect(scene.machine.holder == .node(.secondary))
        scene.isObedient = true
        scene.pass(.milliseconds(1_200))
        #expect(scene.stored == .guest(.secondary, 3))
        #expect(scene.machine.holder == .node(.secondary))
    }

    @Test func `an older reign changes nothing`() {
        var scene = ReignScene.begun(.guest(.primary, 4))
        scene.take(.heard(.guest(.secondary, 3)))
        scene.take(.heard(.guest(.secondary, 0)))
        #expect(scene.log.isEmpty && scene.machine.holder == .node(.primary))
    }

    @Test func `a store that answered in the dark is read before anybody acts`() {
        for reachedDisk in [true, false] {
            var scene = ReignScene.begun()
            scene.take(.heard(.guest(.secondary, 1)))
            scene.peerIsGone()
            scene.isObedient = false
            scene.take(.takeoverWanted(isForced: false))
            if reachedDisk { scene.stored = .guest(.primary, 2) }
            scene.take(.storeFailed("the connection broke"))
            #expect(scene.machine.holder == .inDoubt)
            #expect(scene.machine.announced == .guest(.secondary, 1))
            scene.isObedient = true
            scene.pass(.seconds(2))
            #expect(scene.machine.holder == .node(reachedDisk ? .primary : .secondary))
        }
    }

    @Test func `two operators at both consoles end with one owner`() {
        var (one, other) = (ReignScene.begun(), ReignScene.begun(own: .secondary))
        one.peerIsWell()
        one.take(.takeoverWanted(isForced: true))
        other.take(.heard(one.stored.ownership))
        other.take(.peerStands(.heard(NodeAbility()), isSeeingEachOther: true))
        one.take(.takeoverWanted(isForced: true))
        other.take(.takeoverWanted(isForced: true))
        #expect(other.stored == .guest(.secondary, 3))
        one.take(.heard(other.stored.ownership))
        #expect(one.stored == other.stored)
        #expect(one.machine.holder == .node(.secondary) && other.machine.holder == .node(.secondary))
    }

    @Test func `two owners in one epoch, as a damaged store may claim, end at home on both nodes`() {
        var (one, other) = (
            ReignScene.begun(.guest(.primary, 8)), ReignScene.begun(own: .secondary, .guest(.secondary, 8))
        )
        one.take(.heard(other.stored.ownership))
        other.take(.heard(.guest(.primary, 8)))
        #expect(one.stored == .guest(.secondary, 8) && other.stored == .guest(.secondary, 8))
    }

    @Test func `a database that came back older is told again what was stored`() {
        var scene = ReignScene.begun(.guest(.primary, 2))
        scene.stored = .guest(.secondary, 1)
        scene.take(.databaseReturned)
        #expect(scene.machine.holder == .inDoubt)
        scene.pass(.milliseconds(200))
        #expect(scene.stored == .guest(.primary, 2) && scene.machine.holder == .node(.primary))
    }
}
