import Synchronization

/// Something that happens once, seen by whoever looks.
final class FinishLine: Sendable {
    private let reached = Mutex(false)

    var isReached: Bool { reached.withLock { $0 } }

    func reach() { reached.withLock { $0 = true } }
}
