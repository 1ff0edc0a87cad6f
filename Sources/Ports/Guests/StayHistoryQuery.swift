import Vocabulary

/// Which lines of the ledger of stays are asked for.
package struct StayHistoryQuery: Sendable, Hashable {
    /// The most that one answer holds.
    package static let limitMax = 10_000

    /// nil is all rooms.
    package var room: RoomNumber?
    package var limit: Int

    package init(room: RoomNumber? = nil, limit: Int = 50) {
        self.room = room
        self.limit = limit
    }
}
