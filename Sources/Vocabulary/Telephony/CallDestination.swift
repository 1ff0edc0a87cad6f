/// Where a call goes inside.
package enum CallDestination: Sendable, Hashable {
    case `extension`(ExtensionNumber)
    case ringGroup(ExtensionNumber)
    /// All extensions of a room.
    case room(RoomNumber)
    case desk
}
