import Vocabulary

/// What the owner's Asterisk must do because of a stay.
package enum TelephonyEffect: Sendable, Hashable {
    /// The name that is shown, the rights to dial, do-not-disturb, whether the box takes messages.
    case state(RoomState)
    /// Every message is deleted: the next guest must not hear them.
    case emptyBox(ExtensionNumber)
    /// The messages go along to the guest's new room, and join those that are there.
    case moveBox(from: ExtensionNumber, to: ExtensionNumber)
    case lamp(RoomNumber, isOn: Bool)
    /// What follows for the wake-ups of those who stay.
    case wakeUps(StayMovement)
}
