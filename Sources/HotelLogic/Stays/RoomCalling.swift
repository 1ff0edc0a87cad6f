/// What a room's phones may dial.
package struct RoomCalling: Sendable, Hashable {
    /// False: nothing outside but emergency calls.
    package var isOpen: Bool
    /// The code of a class; nil is the standard, of rooms that are let or of those that are not.
    package var classOfService: Int?

    package static let standard = RoomCalling(isOpen: true, classOfService: nil)

    package init(isOpen: Bool, classOfService: Int?) {
        self.isOpen = isOpen
        self.classOfService = classOfService
    }
}
