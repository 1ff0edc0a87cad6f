/// The message lamp of a room's phones.
package struct MessageLamp: Sendable, Hashable {
    package var isOn: Bool
    /// Messages that wait at the desk; those in the voicemail box are not counted.
    package var waiting: Int

    package static let off = MessageLamp(isOn: false, waiting: 0)

    package init(isOn: Bool, waiting: Int) {
        self.isOn = isOn
        self.waiting = waiting
    }
}
