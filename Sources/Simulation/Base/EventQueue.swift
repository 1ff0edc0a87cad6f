import Vocabulary

/// What is to happen when, the earliest first; what falls on one moment keeps the order in which it was planned.
struct EventQueue {
    /// Small, so that the heap moves little.
    private struct Entry {
        let at: UInt64
        let order: UInt64
        /// Where the event is kept.
        let place: Int

        static func < (left: Entry, right: Entry) -> Bool {
            left.at == right.at ? left.order < right.order : left.at < right.at
        }
    }

    /// A binary heap.
    private var entries: [Entry] = []
    private var events: [Event?] = []
    /// Places in ``events`` that are free.
    private var free: [Int] = []
    private var planned: UInt64 = 0

    /// When the next event is to happen.
    var nextAt: Instant? { entries.first.map { Instant(nanoseconds: $0.at) } }

    mutating func plan(_ event: Event, at: Instant) {
        planned += 1
        let place = free.popLast() ?? events.count
        if place == events.count { events.append(event) } else { events[place] = event }
        entries.append(Entry(at: at.nanoseconds, order: planned, place: place))
        var child = entries.count - 1
        while child > 0, entries[child] < entries[(child - 1) / 2] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (at: Instant, event: Event)? {
        guard let first = entries.first, let event = events[first.place].take() else { return nil }
        free.append(first.place)
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)...(2 * parent + 2)
            where child < entries.count && entries[child] < entries[least] {
                least = child
            }
            if least == parent { break }
            entries.swapAt(parent, least)
            parent = least
        }
        return (Instant(nanoseconds: first.at), event)
    }
}
