import NIOCore
import Ports
import Synchronization
import Vocabulary
import Wire

/// One call that Asterisk handed over: carries commands to it, one at a time.
final class AGICall: AGICallPort, Sendable {
    private typealias Answer = Result<AGIReply, AGIFailure>

    private struct State {
        var machine = AGISessionMachine()
        var environment = AGIEnvironment([:])
        var waiter: CheckedContinuation<Answer, Never>?
        var isCancelled = false
    }

    private enum Effect {
        case write([UInt8])
        case resume(CheckedContinuation<Answer, Never>, Answer)
        case begin
        case close
    }

    private let channel: any Channel
    private let clock: any ClockPort
    private let began: @Sendable (AGICall) -> Void
    private let state = Mutex(State())

    /// - Parameter began: told on the event loop when the call is ready for commands.
    init(channel: any Channel, clock: any ClockPort, began: @escaping @Sendable (AGICall) -> Void) {
        self.channel = channel
        self.clock = clock
        self.began = began
    }

    var environment: AGIEnvironment { state.withLock { $0.environment } }

    func ask(_ command: AGICommand) async throws(AGIFailure) -> AGIReply {
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                change { state, now in
                    guard !state.isCancelled else { return [.resume(waiter, .failure(.hungUp))] }
                    guard state.waiter == nil else { return [.resume(waiter, .failure(.busy))] }
                    state.waiter = waiter
                    return Self.effects(of: state.machine.asked(command, at: now), &state)
                }
            }
        } onCancel: {
            change { state, _ in
                state.isCancelled = true
                return Self.effects(of: state.machine.linkLost("the call is not wanted any more"), &state)
            }
        }
        return try answer.get()
    }

    /// Gives the call back to the dialplan.
    func giveBack() { channel.close(promise: nil) }

    // MARK: The connection's side

    func connected() {
        change { state, now in
            state.machine.connected(at: now)
            return []
        }
    }

    func received(_ bytes: ByteBufferView) { change { Self.effects(of: $0.machine.received(bytes), &$0) } }

    func tick() { change { state, now in Self.effects(of: state.machine.tick(at: now), &state) } }

    func linkLost(_ words: String) { change { Self.effects(of: $0.machine.linkLost(words), &$0) } }

    // MARK: Inside

    private func change(_ input: (inout State) -> [Effect]) { change { state, _ in input(&state) } }

    private func change(_ input: (inout State, Instant) -> [Effect]) {
        let now = clock.now()
        for effect in state.withLock({ input(&$0, now) }) {
            switch effect {
            case .write(let bytes): channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil)
            case .resume(let waiter, let answer): waiter.resume(returning: answer)
            case .begin: began(self)
            case .close: channel.close(promise: nil)
            }
        }
    }

    private static func effects(of directives: [AGISessionDirective], _ state: inout State) -> [Effect] {
        directives.compactMap { directive in
            switch directive {
            case .began(let environment):
                state.environment = environment
                return .begin
            case .send(let bytes): return .write(bytes)
            case .answered(let reply): return resume(.success(reply), &state)
            case .failed(let failure): return resume(.failure(failure), &state)
            case .close: return .close
            }
        }
    }

    private static func resume(_ answer: Answer, _ state: inout State) -> Effect? {
        guard let waiter = state.waiter else { return nil }
        state.waiter = nil
        return .resume(waiter, answer)
    }
}
