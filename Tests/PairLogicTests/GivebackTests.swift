import Testing
import Vocabulary

@testable import PairLogic

/// The planned way home, and every step at which it may be interrupted.
struct GivebackTests {
    private static func away() -> ReignScene {
        var scene = ReignScene.begun(.guest(.primary, 2))
        scene.peerIsWell()
        scene.log = []
        return scene
    }

    @Test func `a giveback comes near, closes, drains, commits, and is over when the peer was heard to have it`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        #expect(scene.question?.end == nil && scene.machine.holder == .node(.primary))
        scene.answer(.reached)
        #expect(scene.stored == .guest(.primary, 2, .closed) && scene.machine.holder == .inDoubt)
        #expect(scene.question?.end == ReignScene.end)
        scene.answer(.reached)
        #expect(scene.stored == .guest(.secondary, 4, .released) && scene.machine.holder == .inDoubt)
        #expect(scene.machine.announced == .guest(.secondary, 4))
        scene.take(.heard(.guest(.secondary, 4)))
        #expect(scene.stored == .guest(.secondary, 4) && scene.machine.holder == .node(.secondary))
        #expect(
            scene.news == [
                .givebackBegan(.guest, .operatorHere), .barrierUp(.guest), .released(.guest(.secondary, 4)),
                .arrived(.guest(.secondary, 4)),
            ])
    }

    @Test func `the receiver stores before it acts`() {
        var scene = ReignScene.begun(own: .secondary, .guest(.primary, 2))
        scene.isObedient = false
        scene.take(.heard(.guest(.secondary, 4)))
        #expect(scene.log == [.store(.guest(.secondary, 4))] && scene.machine.holder == .node(.primary))
        scene.take(.stored(.guest(.secondary, 4)))
        #expect(scene.machine.holder == .node(.secondary))
        #expect(scene.news == [.received(.guest(.secondary, 4))])
    }

    @Test func `killed before the commit point, the owner goes on as owner`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.restart()
        #expect(scene.machine.holder == .node(.primary))
        scene.peerIsWell()
        scene.take(.givebackWanted(.operatorHere))
        scene.answer(.reached)
        #expect(scene.stored.phase == .closed)
        scene.restart()
        #expect(scene.stored == .guest(.primary, 2) && scene.machine.holder == .node(.primary))
        #expect(scene.news == [.reopened(.guest)])
    }

    @Test func `killed after the commit point, it never acts in its old reign again`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.answer(.reached)
        scene.answer(.reached)
        scene.restart()
        #expect(scene.machine.holder == .inDoubt && scene.machine.announced == .guest(.secondary, 4))
        scene.take(.heard(.guest(.primary, 2)))
        #expect(scene.machine.holder == .inDoubt)
        scene.take(.heard(.guest(.secondary, 4)))
        #expect(scene.machine.holder == .node(.secondary))
    }

    @Test func `in doubt, a takeover wants force and goes above what was released`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.answer(.reached)
        scene.answer(.reached)
        scene.peerIsGone()
        scene.take(.takeoverWanted(isForced: false))
        #expect(scene.log.last == .refusedTakeover(.inDoubt))
        scene.take(.takeoverWanted(isForced: true))
        #expect(scene.stored == .guest(.primary, 6) && scene.machine.holder == .node(.primary))
    }

    @Test func `a commit in the dark is read, and counts if it was stored`() {
        for reachedDisk in [true, false] {
            var scene = Self.away()
            scene.take(.givebackWanted(.operatorHere))
            scene.answer(.reached)
            scene.isObedient = false
            scene.answer(.reached)
            if reachedDisk { scene.stored = .guest(.secondary, 4, .released) }
            scene.take(.storeFailed("the connection broke"))
            #expect(scene.machine.holder == .inDoubt)
            scene.isObedient = true
            scene.pass(.seconds(2))
            #expect(scene.machine.holder == (reachedDisk ? .inDoubt : .node(.primary)))
            #expect(scene.stored == (reachedDisk ? .guest(.secondary, 4, .released) : .guest(.primary, 2)))
        }
    }

    @Test func `a transaction that holds the barrier up is named, and the owner goes on`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.isObedient = false
        scene.answer(.reached)
        #expect(scene.machine.holder == .inDoubt)
        scene.take(.barrierRefused("connection 12 of import@localhost"))
        #expect(scene.news.last == .givebackFailed(.guest, "connection 12 of import@localhost"))
        scene.isObedient = true
        scene.pass(.milliseconds(100))
        #expect(scene.machine.holder == .node(.primary) && scene.stored == .guest(.primary, 2))
    }

    @Test func `a peer that does not come near keeps its reason, and nothing was closed`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        while scene.machine.progress != nil {
            scene.answer(.behind("300 changes"))
            scene.pass(.milliseconds(500))
            #expect(scene.stored == .guest(.primary, 2) && scene.machine.holder == .node(.primary))
        }
        let words = "the Secondary did not come near enough in time: 300 changes"
        #expect(scene.news.suffix(1) == [.givebackFailed(.guest, words)])
        #expect(scene.news.count { $0 == .comingNear(.guest, "300 changes") } == 1)
    }

    @Test func `behind the barrier the peer has two seconds`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.answer(.reached)
        scene.answer(.behind("2 changes"))
        scene.pass(.milliseconds(1_900))
        #expect(scene.stored.phase == .closed)
        scene.pass(.milliseconds(200))
        #expect(scene.stored == .guest(.primary, 2) && scene.machine.holder == .node(.primary))
    }

    @Test func `a lost answer is asked for again`() {
        var scene = Self.away()
        scene.take(.givebackWanted(.operatorHere))
        scene.answer(.reached)
        let first = scene.question
        if let first { scene.take(.unanswered(first, "no answer within a second")) }
        scene.pass(.milliseconds(100))
        #expect(scene.question != first && scene.question?.end == ReignScene.end)
        if let first { scene.take(.answered(first, .reached)) }
        #expect(scene.stored.phase == .closed, "a late answer to another question counts for nothing")
        scene.answer(.reached)
        #expect(scene.stored.phase == .released)
    }

    @Test func `whatever happens to the peer before the commit point ends the giveback`() {
        let ends: [ReignInput] = [
            .peerStands(.unheard(asteriskAnswers: true), isSeeingEachOther: false),
            .peerStands(.heard(NodeAbility()), isSeeingEachOther: false),
            .peerStands(.heard(NodeAbility(isDatabaseUp: false)), isSeeingEachOther: true),
            .peerStands(.heard(NodeAbility(asterisk: .down)), isSeeingEachOther: true),
            .peerStands(.heard(NodeAbility(isRestored: true)), isSeeingEachOther: true),
            .peerStands(.heard(NodeAbility(isCloned: true)), isSeeingEachOther: true),
            .ableTo(NodeAbility(isDatabaseUp: false)), .ableTo(NodeAbility(isCloned: true)), .givebackStopped,
            .heard(.guest(.secondary, 1)),
        ]
        for input in ends {
            for isClosed in [false, true] {
                var scene = Self.away()
                scene.take(.givebackWanted(.operatorHere))
                if isClosed { scene.answer(.reached) }
                scene.take(input)
                #expect(scene.stored == .guest(.primary, 2), "\(input)")
                #expect(scene.machine.holder == .node(.primary), "\(input)")
                #expect(scene.news.contains { if case .givebackFailed = $0 { true } else { false } }, "\(input)")
            }
        }
    }

    @Test func `a higher reign in the middle of a giveback is stored instead`() {
        for isClosed in [false, true] {
            var scene = Self.away()
            scene.take(.givebackWanted(.operatorHere))
            if isClosed { scene.answer(.reached) }
            scene.take(.heard(.guest(.secondary, 3)))
            #expect(scene.stored == .guest(.secondary, 3) && scene.machine.holder == .node(.secondary))
        }
    }

    @Test func `a scope goes home by itself only where the settings say so, after ten minutes of stability`() {
        for isWanted in [false, true] {
            var scene = ReignScene.begun(.guest(.primary, 2), goesHomeAlone: isWanted)
            scene.peerIsWell()
            scene.pass(.seconds(300), step: .seconds(1))
            scene.take(.peerStands(.heard(NodeAbility()), isSeeingEachOther: false))
            scene.peerIsWell()
            scene.pass(.seconds(599), step: .seconds(1))
            #expect(scene.question == nil)
            scene.pass(.seconds(2), step: .seconds(1))
            #expect((scene.question != nil) == isWanted)
        }
    }

    @Test func `a giveback that failed is tried by itself again only after the same time`() {
        var scene = ReignScene.begun(.guest(.primary, 2), goesHomeAlone: true)
        scene.peerIsWell()
        scene.pass(.seconds(601), step: .seconds(1))
        scene.answer(.declined("an item is in quarantine"))
        let first = scene.question
        scene.pass(.seconds(590), step: .seconds(1))
        #expect(scene.question == first)
        scene.pass(.seconds(20), step: .seconds(1))
        #expect(scene.question != first)
    }

    @Test func `the home node answers for the reign that it knows, and only when it is whole`() {
        let question = HandoverQuestion(reign: .guest(.primary, 2), round: 1, end: nil)
        var scene = ReignScene.begun(own: .secondary, .guest(.primary, 2))
        #expect(scene.machine.verdict(on: question, progress: .reached) == .reached)
        #expect(scene.machine.verdict(on: question, progress: .behind("9")) == .behind("9"))
        scene.take(.ableTo(NodeAbility(isDatabaseUp: false)))
        #expect(Self.isDeclined(scene, question) == nil)
        scene.take(.ableTo(NodeAbility(isRestored: true)))
        #expect(Self.isDeclined(scene, question) == true)
        let another = ReignScene.begun(own: .secondary, .guest(.secondary, 3))
        #expect(Self.isDeclined(another, question) == true)
        let away = ReignScene.begun(own: .primary, .guest(.secondary, 3))
        #expect(Self.isDeclined(away, HandoverQuestion(reign: .guest(.secondary, 3), round: 1, end: nil)) == true)
        #expect(Self.isDeclined(ReignScene(own: .secondary), question) == nil)
    }

    /// nil where the answer is "not yet".
    private static func isDeclined(_ scene: ReignScene, _ question: HandoverQuestion) -> Bool? {
        switch scene.machine.verdict(on: question, progress: .reached) {
        case .declined: true
        case .reached: false
        case .behind: nil
        }
    }

    @Test func `what a giveback would do is said first`() {
        let scene = Self.away()
        let view = PairView(
            own: .primary, guest: scene.machine.holder, configuration: .node(.primary), ability: NodeAbility(),
            peer: .heard(NodeAbility()))
        let preview = scene.machine.givebackPreview(in: view)
        #expect(preview.refusal == nil && preview.owner == .secondary && preview.epoch == Epoch(rawValue: 4))
        #expect(preview.moves.map(\.service) == [.managementLinks, .stays, .wakeUpsSet, .wakeUpsRing, .consoles])
        #expect(preview.moves.allSatisfy { $0.to == .node(.secondary) })
        let takeover = scene.machine.takeoverPreview(in: view)
        #expect(takeover.refusal == "the Primary owns guest already" && takeover.moves.isEmpty)
    }
}
