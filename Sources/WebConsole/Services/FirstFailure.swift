import Synchronization

/// Holds the first failure that a callback met, for the code that waits outside of it.
final class FirstFailure: Sendable {
    private let held = Mutex<ListenFailure?>(nil)

    var failure: ListenFailure? { held.withLock { $0 } }

    func note(_ failure: ListenFailure) {
        held.withLock { $0 = $0 ?? failure }
    }
}
