import Synchronization
import Vocabulary

/// What happened on this node and was not picked up yet. Whoever tells of it waits for nobody.
package final class EventBox: Sendable {
    /// How much may wait; the oldest make room.
    package static let waitingMax = 2_000

    /// Something that happened, as it is told.
    package struct Entry: Sendable, Hashable {
        /// nil: just now.
        package var at: WallTime?
        package var severity: Severity
        package var kind: EventKind
        package var subject = ""
        package var words: String
        package var evidence: [String] = []
        package var isOver = false
    }

    /// Rung with every entry.
    package let bell = Bell()
    private let waiting = Mutex<[Entry]>([])

    package init() {}

    package func add(_ entry: Entry) {
        waiting.withLock { waiting in
            if waiting.count == Self.waitingMax { waiting.removeFirst() }
            waiting.append(entry)
        }
        bell.ring()
    }

    /// Everything that waits, the oldest first; then nothing does.
    func take() -> [Entry] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
