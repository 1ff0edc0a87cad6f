import Ports
import Synchronization
import Vocabulary
import Wire

/// A way to the peer's answers without a network; every message crosses as the bytes that would travel.
package final class MemoryControlPort: ControlPort {
    /// What happens to requests.
    package enum Link: Sendable, Hashable {
        /// They are answered.
        case up
        /// They get no answer: each waits out its timeout on the clock.
        case silent
        /// They fail with this at once.
        case failing(ControlFailure)
    }

    private struct State {
        var link = Link.up
        var asked: [ControlRequest] = []
    }

    private let answering: any ControlAnswering
    private let clock: any ClockPort
    private let state = Mutex(State())

    /// - Parameter answering: the peer.
    package init(answering: any ControlAnswering, clock: any ClockPort) {
        self.answering = answering
        self.clock = clock
    }

    /// Every request so far, answered or not, oldest first.
    package var asked: [ControlRequest] { state.withLock { $0.asked } }

    /// Changes what happens to requests from now on.
    package func turn(_ link: Link) { state.withLock { $0.link = link } }

    package func request(
        _ request: ControlRequest, timeout: Duration
    ) async throws(ControlFailure) -> ControlReply {
        let link = state.withLock { state in
            state.asked.append(request)
            return state.link
        }
        switch link {
        case .failing(let failure): throw failure
        case .silent:
            do { try await clock.sleep(for: timeout) } catch { throw .cancelled }
            throw .silent("no reply within \(Int(timeout.milliseconds)) ms")
        case .up: return try await answered(request)
        }
    }

    private func answered(_ request: ControlRequest) async throws(ControlFailure) -> ControlReply {
        let reply: ControlReply
        do throws(ControlMessageError) {
            let arrived = try ControlRequest(request.frame(id: 1))
            reply = try ControlReply(await answering.answer(arrived).frame(id: 1))
        } catch {
            throw .other("\(error)")
        }
        if case .hello(let hello) = reply, !hello.protocolVersion.isUnderstood {
            throw .protocolTooNew(theirs: hello.protocolVersion.rawValue)
        }
        return reply
    }
}
