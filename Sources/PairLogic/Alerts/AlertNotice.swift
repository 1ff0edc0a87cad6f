import Vocabulary

/// What is told over a channel: one event, or the newest of several about the same thing; and with it others of its
/// kind, where there are many.
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
    /// Notices about other things that are told with this one; they are of its kind and its severity.
    package var others: [AlertNotice] = []

    package init(_ line: EventLine) {
        id = line.id
        event = line.event
        lines = [line.id]
        since = line.event.at
    }

    /// How many events about its own thing it speaks for.
    package var count: Int { lines.count }

    /// Itself and the others.
    var parts: [AlertNotice] { [self] + others }

    /// The numbers of all events that leave with it.
    var allLines: [UInt64] { lines + others.flatMap(\.lines) }

    /// Another event of the same kind and subject.
    mutating func add(_ line: EventLine) {
        id = line.id
        event = line.event
        lines.append(line.id)
    }
}
