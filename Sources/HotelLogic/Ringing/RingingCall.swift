import Vocabulary

/// A call that is to be made now: all these phones ring, and the first one that is answered hears the greeting.
package struct RingingCall: Sendable, Hashable {
    package let attempt: Attempt
    package let room: RoomNumber
    package let numbers: [ExtensionNumber]
    package let ringTime: Duration
    /// Two letters; nil is the guest's language, or the house's.
    package let language: String?
    /// The key that the guest must press; nil where lifting the receiver is enough.
    package let confirmKey: Character?
    /// The keys that ask for another call, with the minutes until it comes.
    package let snoozeMinutes: [Character: Int]
}
