import Ports
import Synchronization

/// Somebody who is told of events, or does not listen.
package final class MemoryAlerts: AlertPort {
    private struct State {
        var told: [AlertMessage] = []
        var tries = 0
        var trouble: String?
    }

    private let state = Mutex(State())

    package init() {}

    /// What was taken so far, oldest first.
    package var told: [AlertMessage] { state.withLock { $0.told } }

    /// How often it was tried.
    package var tries: Int { state.withLock { $0.tries } }

    /// Nothing is taken from now on, for this reason; nil takes it again.
    package func set(trouble: String?) { state.withLock { $0.trouble = trouble } }

    package func tell(_ message: AlertMessage) async throws(AlertFailure) {
        let trouble: String? = state.withLock { state in
            state.tries += 1
            if state.trouble == nil { state.told.append(message) }
            return state.trouble
        }
        if let trouble { throw AlertFailure(trouble) }
    }
}
