import Vocabulary

/// When this node sent its latest heartbeats, so that an echo yields a round trip and proves freshness.
struct SentLog: Sendable, Hashable {
    /// A minute of idle traffic. An echo of anything older is worth nothing.
    static let countMax: UInt64 = 256

    struct Entry: Sendable, Hashable {
        let sequence: UInt64
        let at: Instant
        let wall: WallTime
    }

    /// Ordered by sequence modulo `countMax`.
    private var entries: [Entry?] = []

    mutating func sent(_ sequence: UInt64, at now: Instant, wall: WallTime) {
        if entries.isEmpty { entries = Array(repeating: nil, count: Int(Self.countMax)) }
        entries[Int(sequence % Self.countMax)] = Entry(sequence: sequence, at: now, wall: wall)
    }

    subscript(sequence: UInt64) -> Entry? {
        guard !entries.isEmpty, let entry = entries[Int(sequence % Self.countMax)] else { return nil }
        return entry.sequence == sequence ? entry : nil
    }
}
