import Vocabulary

/// A wake-up that is still to ring, as a menu reads it out.
package struct MenuWakeUp: Sendable, Hashable {
    package let id: WakeUpID
    package let time: TimeOfDay

    package init(_ id: WakeUpID, at time: TimeOfDay) {
        self.id = id
        self.time = time
    }
}
