import Synchronization

/// Counts those who come in, for one who waits for all of them.
final class FinishLine: Sendable {
    private let missing: Mutex<Int>

    init(for count: Int) { missing = Mutex(count) }

    var isReachedByAll: Bool { missing.withLock { $0 <= 0 } }

    func reach() { missing.withLock { $0 -= 1 } }
}
