import NIOCore
import Ports
import Synchronization
import Vocabulary
import Wire

/// Where callers and the connection meet.
///
/// Inputs change the state under a lock and leave effects, which are carried out after it in their order. All of the
/// connection's inputs come from its event loop, so events are told in the order in which they came.
final class ManagerDesk: Sendable {
    private let clock: any ClockPort
    private let fan = EventFan()
    private let state: Mutex<DeskState>

    /// - Parameter logins: who this node is, and who it was before the secret was changed.
    init(logins: [AMILogin], clock: any ClockPort) {
        self.clock = clock
        state = Mutex(DeskState(logins: logins))
    }

    var situation: AsteriskSituation { state.withLock { $0.situation } }

    /// Whether the last session got as far as being let in.
    var hasOpened: Bool { state.withLock { $0.hasOpened } }

    /// Whether the next session is opened by another login than the one that was refused last, not tried since.
    var triesAnother: Bool { state.withLock { $0.triesAnother } }

    func events() -> AsyncStream<AsteriskEvent> {
        state.withLock { fan.listen(first: .situation($0.situation)) }
    }

    /// Ends every stream of events.
    func finish() { fan.finish() }

    // MARK: The connection's side

    func connected(_ channel: any Channel) { change { $0.connected(channel, at: $1) } }

    func received(_ bytes: ByteBufferView) { change { $0.received(bytes, at: $1) } }

    func tick() { change { $0.tick(at: $1) } }

    /// The connection has ended; gives why the session is over.
    func linkLost(_ words: String) -> AMIFailure {
        change { $0.linkLost(words, at: $1) }
        return state.withLock { $0.endOfSession(words) }
    }

    /// No connection could be made.
    func notConnected(_ words: String) { change { state, _ in state.notConnected(words) } }

    // MARK: The callers' side

    /// Has an action done and waits at most `limit` for the answer.
    func ask(_ action: AMIAction, limit: Duration) async -> DeskState.Answer {
        let ticket = state.withLock { $0.draw() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                change { $0.ask(action, ticket: ticket, limit: limit, waiter: waiter, at: $1) }
            }
        } onCancel: {
            change { state, _ in state.abandon(ticket) }
        }
    }

    /// Enters a call into the book before it is ordered; false where it must not be.
    func place(_ order: OriginateOrder) -> Bool { state.withLock { $0.place(order, at: clock.now()) } }

    /// Takes a call out of the book that Asterisk did not take.
    func drop(_ callID: String) { state.withLock { $0.drop(callID) } }

    /// Waits for the outcome of a call that was placed.
    func ending(of callID: String) async -> DeskState.Ending {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                change { state, _ in state.await(callID, waiter: waiter) }
            }
        } onCancel: {
            change { state, _ in state.abandon(call: callID) }
        }
    }

    // MARK: Inside

    private func change(_ input: (inout DeskState, Instant) -> [DeskEffect]) {
        let now = clock.now()
        for effect in state.withLock({ input(&$0, now) }) {
            switch effect {
            case .write(let channel, let bytes):
                channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil)
            case .close(let channel): channel.close(promise: nil)
            case .answer(let waiter, let answer): waiter.resume(returning: answer)
            case .finish(let waiter, let ending): waiter.resume(returning: ending)
            case .tell(let event): fan.tell(event)
            }
        }
    }
}
