import Vocabulary

/// What a menu asks of the house for its caller.
package enum MenuRequest: Sendable, Hashable {
    /// The wake-ups of the caller's room.
    case wakeUps
    case setWakeUp(TimeOfDay)
    case cancelWakeUp(WakeUpID)
    case cancelAllWakeUps
    case setDoNotDisturb(Bool)
    /// How clean a room is; nil is the caller's.
    case report(Housekeeping, of: RoomNumber?)
    /// What waits for the caller's room.
    case messages
    /// Where all calls of the caller's extension go; nil is nowhere else.
    case forward(to: String?)
}
