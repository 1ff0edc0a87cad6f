/// Everything in a house that changes from minute to minute and that calls are put through by.
package struct HouseState: Sendable, Hashable {
    /// Where an extension's calls go instead.
    package struct Forwarding: Sendable, Hashable {
        package let number: ExtensionNumber
        package let occasion: ForwardingOccasion
        /// Keys of a telephone, as the extension itself would dial them.
        package let target: String

        package init(number: ExtensionNumber, occasion: ForwardingOccasion, target: String) {
            self.number = number
            self.occasion = occasion
            self.target = target
        }
    }

    package var rooms: [RoomState]
    /// Extensions of the staff that do not want to be disturbed.
    package var undisturbed: [ExtensionNumber]
    package var forwardings: [Forwarding]
    /// To whom feature codes go.
    package var guestOwner: Mode

    package init(
        rooms: [RoomState] = [], undisturbed: [ExtensionNumber] = [], forwardings: [Forwarding] = [],
        guestOwner: Mode
    ) {
        self.rooms = rooms
        self.undisturbed = undisturbed
        self.forwardings = forwardings
        self.guestOwner = guestOwner
    }
}
