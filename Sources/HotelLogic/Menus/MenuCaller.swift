import Vocabulary

/// Who is at a menu, as the dialplan found it out.
package struct MenuCaller: Sendable, Hashable {
    /// nil where nobody knows.
    package let number: ExtensionNumber?
    /// nil of the staff.
    package let room: RoomNumber?
    /// Whether the call came over the trunk of the other node, from where nobody is connected to the desk.
    package let isFromPeer: Bool
    /// The languages that Asterisk has the sounds of; English it always has.
    package let spoken: Set<MenuLanguage>

    package init(
        number: ExtensionNumber?, room: RoomNumber?, isFromPeer: Bool = false, spoken: Set<MenuLanguage> = []
    ) {
        self.spoken = spoken
        self.number = number
        self.room = room
        self.isFromPeer = isFromPeer
    }
}
