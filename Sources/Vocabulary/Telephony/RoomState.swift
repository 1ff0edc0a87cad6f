/// What a room's phones must know of it at this moment; it changes with every arrival and every wish of a guest.
package struct RoomState: Sendable, Hashable {
    package var room: RoomNumber
    /// Shown where its phones call inside; nil is the name of the extension.
    package var name: String?
    /// Code of its class of service; 0 is closed, nil is the class of vacant rooms.
    package var classOfService: Int?
    package var hasDoNotDisturb: Bool
    /// Whether its voicemail box takes messages.
    package var isBoxOpen: Bool

    package init(
        room: RoomNumber, name: String? = nil, classOfService: Int? = nil, hasDoNotDisturb: Bool = false,
        isBoxOpen: Bool = false
    ) {
        self.room = room
        self.name = name
        self.classOfService = classOfService
        self.hasDoNotDisturb = hasDoNotDisturb
        self.isBoxOpen = isBoxOpen
    }
}
