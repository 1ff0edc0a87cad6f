import Ports
import Synchronization

/// Hands Asterisk's events to everyone who listens, each at its own pace and with a limit.
final class EventFan: Sendable {
    /// Events that may wait for one consumer.
    static let waitingMax = 4_096

    private struct State {
        var listeners: [UInt64: AsyncStream<AsteriskEvent>.Continuation] = [:]
        var nextID: UInt64 = 1
        var isFinished = false
    }

    private let state = Mutex(State())

    /// A stream of what is told from now on.
    ///
    /// - Parameter first: what it begins with.
    func listen(first: AsteriskEvent) -> AsyncStream<AsteriskEvent> {
        let (stream, source) = AsyncStream.makeStream(
            of: AsteriskEvent.self, bufferingPolicy: .bufferingNewest(Self.waitingMax))
        source.yield(first)
        let id = state.withLock { state -> UInt64? in
            guard !state.isFinished else { return nil }
            defer { state.nextID += 1 }
            state.listeners[state.nextID] = source
            return state.nextID
        }
        guard let id else {
            source.finish()
            return stream
        }
        source.onTermination = { _ in _ = self.state.withLock { $0.listeners.removeValue(forKey: id) } }
        return stream
    }

    /// Tells everyone. A listener whose oldest event had to go is told that it missed something.
    func tell(_ event: AsteriskEvent) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners {
            guard case .dropped(let lost) = listener.yield(event), lost != .missed else { continue }
            listener.yield(.missed)
        }
    }

    /// Ends every stream.
    func finish() {
        let listeners = state.withLock { state in
            state.isFinished = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }
}
