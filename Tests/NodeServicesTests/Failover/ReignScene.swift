import PairLogic
import Ports
import ReplicaLogic
import Synchronization
import TestSupport
import Vocabulary
import Wire

@testable import NodeServices

/// Two nodes whose reigns are real, over a wire in memory, with time moved by hand and each piece of work done at once.
final class ReignScene {
    let pair = PairScene()
    let primary: Side
    let secondary: Side

    /// What one node has besides its heartbeats.
    final class Side: Sendable {
        let board: NodeBoard
        let database: MemoryDatabase
        let service: ReignService
        private let desk: Mutex<ReignDesk>
        /// What the peer may ask of this node.
        let control: ControlDesk

        init(_ pair: PairScene.Side, clock: HastyClock, control: any ControlPort, goesHomeAlone: Bool) {
            board = pair.board
            database = MemoryDatabase(pair.board.mode, incarnation: Incarnation(rawValue: 1))
            pair.board.change { content in
                content.isPrepared = true
                content.reigns = [:]
            }
            var timings = ReignTimings()
            (timings.stability, timings.catchUpLimit) = (.seconds(20), .seconds(5))
            service = ReignService(
                store: MemoryReignStore(database), control: control, asterisk: pair.asterisk, board: pair.board,
                clock: clock, goesHomeAlone: goesHomeAlone, timings: timings, logger: RunningService.quietLogger)
            desk = Mutex(ReignDesk(service: service))
            self.control = ControlDesk(
                board: pair.board, source: MemoryFeedSource(database), clock: clock, boot: BootID(rawValue: 1),
                softwareVersion: "1.0", timeZone: "UTC", reigns: service, logger: RunningService.quietLogger)
        }

        var decisions: [String] { board.read { $0.decisions }.newest(50).map(\.decision) }

        func owner(of scope: Scope) -> Mode? { board.read { $0.scopes.first { $0.scope == scope }?.owner } }

        func holder(of scope: Scope) -> ScopeHolder { board.read { $0.holder(of: scope) } }

        /// Does what was wanted, and what follows from it.
        func take(_ event: ReignEvent) async {
            var works = desk.withLock { $0.take(event) }
            while !works.isEmpty {
                let outcome = await service.outcome(of: works.removeFirst())
                works = desk.withLock { $0.take(outcome) } + works
            }
        }

        /// What an operator wants, and what is told until time must pass.
        func order(_ wish: ReignOrder.Wish, over scopes: Set<Scope>) async -> Waiting {
            let (stream, steps) = AsyncStream.makeStream(of: ReignStepReport.self)
            let deadline = service.clock.now() + ReignService.orderLimit
            await take(.ordered(ReignOrder(wish: wish, remaining: scopes, deadline: deadline, steps: steps)))
            return Waiting(stream: stream, steps: steps)
        }
    }

    /// An operator who waits.
    struct Waiting {
        let stream: AsyncStream<ReignStepReport>
        let steps: AsyncStream<ReignStepReport>.Continuation

        /// All that was told so far.
        func told() async -> [ReignStepReport] {
            steps.finish()
            var told: [ReignStepReport] = []
            for await step in stream { told.append(step) }
            return told
        }
    }

    /// The control path to one of the two. Nobody but the test runs its service, so what that would take from its queue
    /// is handed to it here.
    private final class Way: ControlAnswering {
        private let side = Mutex<Side?>(nil)

        func lead(to side: Side) { self.side.withLock { $0 = side } }

        func answer(_ request: ControlRequest) async -> ControlReply {
            guard let side = side.withLock({ $0 }) else {
                return .failed(.init(code: .refused, words: "nobody is there"))
            }
            guard case .giveBack(let wanted) = request else { return await side.control.answer(request) }
            let told = await side.order(.giveBack(.operatorAtPeer), over: [wanted.scope]).told()
            guard let first = told.first, first.phase == .refused else { return .acknowledge }
            return .failed(.init(code: .refused, words: first.words))
        }

        func refused(_ refusal: ControlRefusal) {}
    }

    let toSecondary: MemoryControlPort
    let toPrimary: MemoryControlPort

    init(goesHomeAlone: Bool = false) async {
        let (way, back) = (Way(), Way())
        toSecondary = MemoryControlPort(answering: way, clock: pair.clock)
        toPrimary = MemoryControlPort(answering: back, clock: pair.clock)
        primary = Side(pair.primary, clock: pair.clock, control: toSecondary, goesHomeAlone: goesHomeAlone)
        secondary = Side(pair.secondary, clock: pair.clock, control: toPrimary, goesHomeAlone: goesHomeAlone)
        way.lead(to: secondary)
        back.lead(to: primary)
        // Nothing was written, so nothing is missing.
        for side in [primary, secondary] {
            side.board.change {
                $0.peerMemory = FeedMemory(
                    incarnation: Incarnation(rawValue: UInt64(side.board.mode.peer.number)), head: .start)
            }
        }
        await pass(.seconds(5))
    }

    /// Lets time pass for both, or for one alone while the other's daemon is dead.
    func pass(_ duration: Duration, without dead: Mode? = nil) async {
        let end = pair.clock.now() + duration
        while pair.clock.now() < end {
            pair.pass(.milliseconds(50), without: dead)
            for side in [primary, secondary] where side.board.mode != dead { await side.take(.look) }
        }
    }

    /// All that is told while so much time passes.
    func steps(_ waiting: Waiting, within limit: Duration) async -> [ReignStepReport] {
        await pass(limit)
        return await waiting.told()
    }
}
