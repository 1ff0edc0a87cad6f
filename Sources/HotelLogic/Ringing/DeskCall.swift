import Vocabulary

/// A missed wake-up that the desk has not taken note of yet.
struct DeskCall: Sendable, Hashable {
    var room: RoomNumber
    var due: WallTime
    var reason: RingingStep.GivingUp
    /// Calls to the desk so far.
    var count = 0
    var next: Instant
    /// This node gave it up, so it tells the desk whoever's turn it is.
    var isOwn: Bool
}
