import PairLogic
import Ports
import ReplicaLogic
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Takeover and giveback between two nodes, through the heartbeats and the control path.
@Suite struct ReignServiceTests {
    private static let stays = ItemName(literal: "stays")

    @Test func `a started pair knows its owners, and each acts for what is its own`() async {
        let scene = await ReignScene()
        for side in [scene.primary, scene.secondary] {
            #expect(side.holder(of: .guest) == .node(.secondary) && side.holder(of: .configuration) == .node(.primary))
        }
    }

    @Test func `before the database was reached the holders are in doubt`() async {
        let scene = await ReignScene()
        let fresh = NodeBoard(mode: .primary)
        #expect(fresh.read { $0.holder(of: .guest) } == .inDoubt)
        scene.primary.board.change { $0.isDatabaseUp = false }
        await scene.pass(.seconds(1))
        #expect(scene.primary.holder(of: .configuration) == .node(.primary), "what was read once is known")
    }

    @Test func `the survivor takes over, and the dead one stands down when it comes back`() async {
        let scene = await ReignScene()
        await scene.pass(.seconds(5), without: .secondary)
        let waiting = await scene.primary.order(.takeOver(isForced: false), over: [.guest])
        await scene.pass(.seconds(1), without: .secondary)
        #expect(await waiting.told().map(\.phase) == [.done])
        #expect(scene.primary.owner(of: .guest) == .primary && scene.primary.holder(of: .guest) == .node(.primary))
        let epoch = scene.primary.database.now.scopes.first { $0.scope == .guest }?.epoch.rawValue
        #expect(epoch?.isMultiple(of: 2) == true)
        await scene.pass(.seconds(5))
        #expect(scene.secondary.owner(of: .guest) == .primary)
        #expect(scene.secondary.database.now.scopes == scene.primary.database.now.scopes)
        #expect(scene.secondary.decisions.contains { $0.contains("this node stood down") })
    }

    @Test func `a takeover is done as soon as status says that the peer is gone, and until then it says how long`()
        async throws
    {
        let scene = await ReignScene()
        let console = FailoverConsole(
            board: scene.primary.board, hasPeer: true, asterisk: nil, clock: scene.pair.clock,
            reigns: scene.primary.service)
        await scene.pass(.seconds(1), without: .secondary)
        let early = await console.takeoverPreview([.guest]).first?.refusal
        #expect(early?.contains("counts as gone after 3.0 s of silence") == true, "\(early ?? "")")
        let refused = await scene.primary.order(.takeOver(isForced: false), over: [.guest]).told()
        #expect(refused.first?.words.contains("counts as gone after 3.0 s of silence; forced, the Primary") == true)
        // Heartbeats alone, without a look of the reigns at what they tell.
        for _ in 0..<100 where scene.pair.primary.state?.name != "offline" {
            scene.pair.pass(.milliseconds(50), without: .secondary)
        }
        #expect(scene.pair.primary.state?.name == "offline")
        #expect(await console.takeoverPreview([.guest]).map(\.refusal) == [nil])
        let done = await scene.primary.order(.takeOver(isForced: false), over: [.guest]).told()
        #expect(done.map(\.phase) == [.done], "\(done)")
    }

    @Test func `a starting node says when it will know`() async {
        let scene = PairScene()
        scene.pass(.seconds(2), without: .secondary)
        let refusal = scene.primary.board.read { $0.wait(for: .peerUnknown) }
        #expect(refusal == "without a word from it, it counts as gone in 13.0 s")
    }

    @Test func `a takeover is refused while the peer is heard, with what forcing means, and done where forced`()
        async throws
    {
        let scene = await ReignScene()
        let refused = await scene.steps(
            scene.primary.order(.takeOver(isForced: false), over: [.guest]), within: .seconds(1))
        #expect(refused.map(\.phase) == [.refused])
        #expect(refused.first?.words.contains("forced, the Primary becomes owner all the same") == true)
        #expect(scene.primary.owner(of: .guest) == .secondary)
        let forced = await scene.steps(
            scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(1))
        #expect(forced.map(\.phase) == [.done])
        #expect(scene.secondary.owner(of: .guest) == .primary)
    }

    @Test func `what was taken over goes home from either node, and both tell the same`() async {
        for asks in Mode.allCases {
            let scene = await ReignScene()
            _ = await scene.steps(
                scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
            let side = asks == .primary ? scene.primary : scene.secondary
            let steps = await scene.steps(side.order(.giveBack(.operatorHere), over: [.guest]), within: .seconds(5))
            #expect(steps.last?.phase == .done, "asked of the \(asks): \(steps)")
            for side in [scene.primary, scene.secondary] {
                #expect(side.owner(of: .guest) == .secondary && side.holder(of: .guest) == .node(.secondary))
                #expect(side.database.now.phases[.guest] ?? .settled == .settled)
            }
        }
    }

    @Test func `a home that lacks rows is waited for, by name, and nothing changes`() async {
        let scene = await ReignScene()
        _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
        scene.primary.board.change { $0.feed.settled = FeedPosition(rawValue: 900) }
        scene.secondary.board.change { content in
            content.items = [
                ItemDefinition(name: Self.stays, rule: .owned(.guest), tables: [], isEnabled: true, isBuiltIn: true)
            ]
        }
        await scene.pass(.seconds(1))
        let steps = await scene.steps(
            scene.primary.order(.giveBack(.operatorHere), over: [.guest]), within: .seconds(8))
        #expect(steps.last?.phase == .failed)
        #expect(steps.last?.words.contains("item stays is not there yet") == true)
        #expect(scene.primary.holder(of: .guest) == .node(.primary))
        scene.secondary.board.change {
            $0.standings[Self.stays, default: ItemStanding()].cursor = FeedPosition(rawValue: 900)
        }
        let again = await scene.steps(
            scene.primary.order(.giveBack(.operatorHere), over: [.guest]), within: .seconds(5))
        #expect(again.last?.phase == .done)
    }

    @Test func `a transaction that holds the barrier up is named, and the owner stays owner`() async {
        let scene = await ReignScene()
        _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
        scene.primary.database.change { $0.heldUpBy = "a transaction of pms@localhost holds it up" }
        let waiting = await scene.primary.order(.giveBack(.operatorHere), over: [.guest])
        let side = scene.primary
        let seen = Mutex<ScopeHolder?>(nil)
        waiting.steps.onTermination = { _ in seen.withLock { $0 = side.holder(of: .guest) } }
        let steps = await scene.steps(waiting, within: .seconds(5))
        #expect(seen.withLock { $0 } == .node(.primary), "it is so in the moment in which it is told")
        #expect(steps.last?.phase == .failed && steps.last?.words.contains("pms@localhost") == true)
        #expect(scene.primary.holder(of: .guest) == .node(.primary))
        #expect(scene.secondary.owner(of: .guest) == .primary)
    }

    @Test func `a failure that waits to be told is not overtaken by what comes of putting things in order`() async {
        let (stream, steps) = AsyncStream.makeStream(of: ReignStepReport.self)
        let limit = Instant(nanoseconds: 3_000_000_000)
        var order = ReignOrder(wish: .giveBack(.operatorHere), remaining: [.guest], deadline: limit, steps: steps)
        order.hold(.guest, "the Secondary did not come near enough", until: limit)
        order.tell(.guest, .failed, "who owns guest could not be stored")
        order.tell(.guest, .goes, "writers may write again")
        order.tellHeld(.guest)
        order.tellHeld(.guest)
        var told: [ReignStepReport] = []
        for await step in stream { told.append(step) }
        #expect(told.map(\.phase) == [.goes, .failed])
        #expect(told.last?.words == "the Secondary did not come near enough")
    }

    @Test func `the second of two operators hears that it is under way, and the first is not disturbed`() async {
        let scene = await ReignScene()
        _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
        scene.toSecondary.turn(.failing(.lost("cut")))
        let first = await scene.primary.order(.giveBack(.operatorHere), over: [.guest])
        let second = await scene.steps(
            scene.primary.order(.giveBack(.operatorHere), over: [.guest]), within: .milliseconds(100))
        #expect(second.map(\.phase) == [.refused] && second.first?.words.contains("already") == true)
        scene.toSecondary.turn(.up)
        #expect(await scene.steps(first, within: .seconds(10)).last?.phase == .done)
    }

    @Test func `a giveback that takes its time is stopped by who gives, and nothing has changed`() async {
        let scene = await ReignScene()
        let none = await scene.primary.order(.stopGiveback, over: [.guest]).told()
        #expect(none.map(\.phase) == [.refused] && none.first?.words == "no giveback of guest is under way here")
        _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
        scene.toSecondary.turn(.failing(.lost("cut")))
        let waiting = await scene.primary.order(.giveBack(.operatorHere), over: [.guest])
        await scene.pass(.seconds(1))
        let there = await scene.secondary.order(.stopGiveback, over: [.guest]).told()
        #expect(there.first?.words == "the Primary gives guest back, where it does: stop it there")
        let stopped = await scene.primary.order(.stopGiveback, over: [.guest]).told()
        #expect(stopped.map(\.phase) == [.done], "\(stopped)")
        #expect(await waiting.told().last?.words == "guest was not given back: an operator stopped it")
        #expect(scene.primary.holder(of: .guest) == .node(.primary))
        scene.toSecondary.turn(.up)
        let again = await scene.steps(
            scene.primary.order(.giveBack(.operatorHere), over: [.guest]), within: .seconds(5))
        #expect(again.last?.phase == .done)
        let late = await scene.primary.order(.stopGiveback, over: [.guest]).told()
        #expect(late.map(\.phase) == [.refused])
    }

    @Test func `an owner whose peer has been well for long enough gives back by itself, where it is told to`() async {
        for goesHomeAlone in [true, false] {
            let scene = await ReignScene(goesHomeAlone: goesHomeAlone)
            _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
            await scene.pass(.seconds(15))
            #expect(scene.primary.owner(of: .guest) == .primary)
            await scene.pass(.seconds(10))
            #expect(scene.primary.owner(of: .guest) == (goesHomeAlone ? .secondary : .primary))
        }
    }

    @Test func `a peer that does not answer is not given anything`() async {
        let scene = await ReignScene()
        _ = await scene.steps(scene.primary.order(.takeOver(isForced: true), over: [.guest]), within: .seconds(2))
        scene.toSecondary.turn(.failing(.other("unknown")))
        let steps = await scene.steps(
            scene.primary.order(.giveBack(.operatorHere), over: [.guest]), within: .seconds(8))
        #expect(steps.last?.phase == .failed)
        #expect(scene.primary.holder(of: .guest) == .node(.primary))
    }
}
