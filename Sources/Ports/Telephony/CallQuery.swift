import Vocabulary

/// Which calls are asked for.
package struct CallQuery: Sendable, Hashable {
    /// The most that one answer holds.
    package static let limitMax = 10_000

    /// The extension that called or was called.
    package var number: String?
    package var room: String?
    /// The earliest start.
    package var since: WallTime?
    /// Only calls that ended with their server.
    package var interruptedOnly: Bool
    package var limit: Int

    package init(
        number: String? = nil, room: String? = nil, since: WallTime? = nil, interruptedOnly: Bool = false,
        limit: Int = 50
    ) {
        self.number = number
        self.room = room
        self.since = since
        self.interruptedOnly = interruptedOnly
        self.limit = limit
    }
}
