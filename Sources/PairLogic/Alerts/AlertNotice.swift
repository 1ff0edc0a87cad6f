import Vocabulary

/// What is told over a channel: one event, or the newest of several that are told together.
package struct AlertNotice: Sendable, Hashable {
    /// The number of the newest event.
    package var id: UInt64
    /// The newest.
    package var event: Event
    /// All of them by their numbers, the oldest first.
    package var lines: [UInt64]
    /// When the first of them happened.
    package var since: WallTime
    /// Events that could not be told before, since too many waited.
    package var leftOut = 0

    package init(_ line: EventLine) {
        id = line.id
        event = line.event
        lines = [line.id]
        since = line.event.at
    }

    /// How many events it speaks for.
    package var count: Int { lines.count }

    /// Another event of the same kind and subject.
    mutating func add(_ line: EventLine) {
        id = line.id
        event = line.event
        lines.append(line.id)
    }
}
