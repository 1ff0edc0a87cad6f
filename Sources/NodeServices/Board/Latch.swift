import Synchronization

/// Remembers that something happened until somebody asks.
final class Latch: Sendable {
    private let isSet = Mutex(false)

    func set() { isSet.withLock { $0 = true } }

    /// Whether it happened since the last time this was asked.
    func take() -> Bool {
        isSet.withLock { isSet in
            defer { isSet = false }
            return isSet
        }
    }
}
