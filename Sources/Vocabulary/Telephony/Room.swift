/// A room and the extensions in it.
package struct Room: Sendable, Hashable {
    package var number: RoomNumber
    /// In the order in which they are rung; the first is also the number that is shown and that has the voicemail box.
    package var extensions: [ExtensionNumber]

    package init(number: RoomNumber, extensions: [ExtensionNumber] = []) {
        self.number = number
        self.extensions = extensions
    }
}
