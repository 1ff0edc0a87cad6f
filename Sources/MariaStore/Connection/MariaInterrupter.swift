import Glibc
import Synchronization

/// Breaks a running statement off from another thread, by shutting its socket down.
///
/// It serves one use of a session: armed when the use begins, disarmed when it ends, and from then on harmless,
/// so that a late interruption never hits a descriptor that belongs to something else by now.
final class MariaInterrupter: Sendable {
    private enum State {
        case idle
        case armed(socket: CInt)
        case interrupted
        case over
    }

    private let state = Mutex(State.idle)

    /// Begins the use; false where the interruption came first.
    func arm(_ socket: CInt) -> Bool {
        state.withLock { state in
            guard case .idle = state else { return false }
            state = .armed(socket: socket)
            return true
        }
    }

    /// Ends the use; true where it was interrupted.
    func disarm() -> Bool {
        state.withLock { state in
            defer { state = .over }
            if case .interrupted = state { return true }
            return false
        }
    }

    /// Breaks the use off if it is running, or keeps it from beginning.
    func interrupt() {
        state.withLock { state in
            switch state {
            case .armed(let socket):
                shutdown(socket, CInt(SHUT_RDWR))
                state = .interrupted
            case .idle: state = .interrupted
            case .interrupted, .over: break
            }
        }
    }
}
