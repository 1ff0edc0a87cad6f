import Vocabulary

/// What is to happen when, the earliest first; what falls on one moment keeps the order in which it was planned.
struct EventQueue {
    private struct Entry {
        let at: Instant
        let order: UInt64
        let event: Event

        static func < (left: Entry, right: Entry) -> Bool {
            left.at == right.at ? left.order < right.order : left.at < right.at
        }
    }

    /// A binary heap.
    private var entries: [Entry] = []
    private var planned: UInt64 = 0

    mutating func plan(_ event: Event, at: Instant) {
        planned += 1
        entries.append(Entry(at: at, order: planned, event: event))
        var child = entries.count - 1
        while child > 0, entries[child] < entries[(child - 1) / 2] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (at: Instant, event: Event)? {
        guard let first = entries.first else { return nil }
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child] < entries[least]
            {
                least = child
            }
            if least == parent { break }
            entries.swapAt(parent, least)
            parent = least
        }
        return (first.at, first.event)
    }
}
