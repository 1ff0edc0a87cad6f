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

    /// One lamp for two rooms' guests: on where either is, with the messages of both, as far as a lamp counts.
    func joined(by other: MessageLamp) -> MessageLamp {
        MessageLamp(isOn: isOn || other.isOn, waiting: min(waiting + other.waiting, StayDesk.messagesMax))
    }
}
