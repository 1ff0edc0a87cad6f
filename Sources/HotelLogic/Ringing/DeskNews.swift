import Vocabulary

/// What the desk must be told, by a call that wants a key pressed, and by mail or webhook.
package enum DeskNews: Sendable, Hashable {
    /// Nobody was woken: somebody must go and knock.
    case missed(Occurrence, room: RoomNumber, due: WallTime, RingingStep.GivingUp)
    /// A phone cannot be made to ring; it is still being tried.
    case late(Occurrence, room: RoomNumber, due: WallTime)
    /// Both nodes changed a wake-up without knowing of each other.
    case disagreement(WakeUpID, room: RoomNumber, WakeUpDisagreement)
    /// The clock has jumped, nobody has confirmed it, and what it says is due is now rung.
    case clockJumped
}
