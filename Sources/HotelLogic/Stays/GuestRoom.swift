import Vocabulary

/// A room as far as stays are concerned: its phones, and what is on or off in it.
package struct GuestRoom: Sendable, Hashable {
    /// The first has the voicemail box.
    package var numbers: [ExtensionNumber]
    package var isInUse: Bool
    package var hasDoNotDisturb = false
    package var lamp = MessageLamp.off
    /// nil was never reported.
    package var housekeeping: Housekeeping?
    package var calling = RoomCalling.standard
    /// The phones of it for which somebody set something personal: forwarding, do-not-disturb, a voicemail PIN.
    package var personal: Set<ExtensionNumber> = []

    package init(numbers: [ExtensionNumber] = [], isInUse: Bool = true) {
        self.numbers = numbers
        self.isInUse = isInUse
    }
}
