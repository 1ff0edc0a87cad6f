import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Vocabulary
import Wire

/// Keeps who owns what: tells each scope's `ReignMachine` what happens, stores and asks what it says, and carries out
/// what operators want.
///
/// Nothing is told to the peer, or acted upon, that is not stored.
package struct ReignService: Service {
    /// The most events that wait. Works come back one a scope, and operators are few: it is never reached.
    static let eventsMax = 4_096
    /// How often the machines are told the time, while nothing is under way and while something is.
    static let lookEvery = Duration.milliseconds(250)
    static let lookEveryWhenBusy = Duration.milliseconds(50)
    /// How long an operator is kept waiting for an end: longer than a giveback may take.
    static let orderLimit = Duration.seconds(60)
    /// How long an order waits for what takes a moment.
    static let momentMax = Duration.seconds(3)
    /// How long the peer may take to answer a question.
    static let askLimit = Duration.seconds(1)

    let store: any ReignStorePort
    /// Nil without a peer.
    let control: (any ControlPort)?
    let asterisk: (any AsteriskPort)?
    let board: NodeBoard
    let clock: any ClockPort
    let goesHomeAlone: Bool
    let timings: ReignTimings
    let logger: Logger
    private let events: AsyncStream<ReignEvent>
    private let queue: AsyncStream<ReignEvent>.Continuation

    /// - Parameters:
    ///   - control: nil without a peer.
    ///   - asterisk: this node's own; nil where the settings name none.
    ///   - goesHomeAlone: whether scopes go home by themselves after a time of stability.
    package init(
        store: any ReignStorePort, control: (any ControlPort)?, asterisk: (any AsteriskPort)?, board: NodeBoard,
        clock: any ClockPort, goesHomeAlone: Bool, timings: ReignTimings = ReignTimings(), logger: Logger
    ) {
        self.store = store
        self.control = control
        self.asterisk = asterisk
        self.board = board
        self.clock = clock
        self.goesHomeAlone = goesHomeAlone
        self.timings = timings
        self.logger = logger
        (events, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.eventsMax))
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await tellTime() }
                group.addTask { for await _ in board.reignMoved.rings { queue.yield(.look) } }
                var desk = ReignDesk(service: self)
                for await event in events {
                    for work in desk.take(event) {
                        group.addTask { queue.yield(await outcome(of: work)) }
                    }
                }
                desk.close()
            }
        }
    }

    private func tellTime() async {
        repeat {
            queue.yield(.look)
            let isBusy = board.read { $0.reigns.values.contains(where: \.isBusy) }
            do { try await clock.sleep(for: isBusy ? Self.lookEveryWhenBusy : Self.lookEvery) } catch { break }
        } while !Task.isCancelled
        board.reignMoved.end()
        queue.finish()
    }

    /// What an operator wants; the stream ends when every scope has told its end.
    func order(_ wish: ReignOrder.Wish, over scopes: Set<Scope>) -> AsyncStream<ReignStepReport> {
        AsyncStream { steps in
            let order = ReignOrder(
                wish: wish, remaining: scopes, deadline: clock.now() + Self.orderLimit, steps: steps)
            switch queue.yield(.ordered(order)) {
            case .enqueued: break
            case .dropped, .terminated: Self.turnAway(order)
            @unknown default: Self.turnAway(order)
            }
        }
    }

    static func turnAway(_ order: ReignOrder) {
        var order = order
        order.end("the daemon stops just now")
    }

    /// Does one piece of work, and tells what came of it.
    func outcome(of work: ReignWork) async -> ReignEvent {
        switch work {
        case .request(let scope): .requested(scope, refusal: await request(scope))
        case .step(let step): .came(step.scope, await perform(step))
        }
    }

    private func perform(_ step: ReignWork.Step) async -> ReignInput {
        switch step {
        case .load(let scope):
            do { return .loaded(try await store.record(of: scope)) } catch { return .loadFailed(error.words) }
        case .store(let record):
            do { return .stored(try await store.store(record)) } catch { return .storeFailed(error.words) }
        case .raiseBarrier(let reign):
            do {
                return .barrierRaised(end: try await store.raiseBarrier(reign))
            } catch {
                return .barrierRefused(error.words)
            }
        case .lowerBarrier(let reign):
            do {
                try await store.lowerBarrier(reign)
                return .barrierLowered
            } catch {
                return .barrierStuck(error.words)
            }
        case .ask(let question): return await ask(question)
        }
    }

    /// Asks the owner of a scope to give it back; nil where it begins, else why not.
    func request(_ scope: Scope) async -> String? {
        guard let control else { return "the settings name no peer" }
        do throws(ControlFailure) {
            switch try await control.request(.giveBack(.init(scope: scope)), timeout: Self.askLimit) {
            case .acknowledge: return nil
            case .failed(let failure) where failure.code == .unknownMessage:
                return "the \(board.mode.peer) runs an older release; upgrade it first"
            case .failed(let failure): return failure.words
            case .hello, .settled, .progress, .repairing, .verdict, .ringing:
                return "the peer's answer makes no sense; bring both nodes to one release"
            }
        } catch {
            return "the \(board.mode.peer) does not answer: \(error.words)"
        }
    }

    private func ask(_ question: HandoverQuestion) async -> ReignInput {
        guard let control else { return .answered(question, .declined("the settings name no peer")) }
        do throws(ControlFailure) {
            switch try await control.request(.handover(.init(question)), timeout: Self.askLimit) {
            case .verdict(let verdict): return .answered(question, HandoverVerdict(verdict))
            case .failed(let failure) where failure.code == .unknownMessage:
                return .answered(question, .declined("the \(board.mode.peer) runs an older release; upgrade it first"))
            case .failed(let failure): return .unanswered(question, failure.words)
            case .acknowledge, .hello, .settled, .progress, .repairing, .ringing:
                return .answered(
                    question, .declined("the peer's answer makes no sense; bring both nodes to one release"))
            }
        } catch {
            return .unanswered(question, error.words)
        }
    }
}
