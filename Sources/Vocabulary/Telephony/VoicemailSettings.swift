/// What happens to calls that nobody answers.
package struct VoicemailSettings: Sendable, Hashable {
    /// What becomes of an unanswered call to a room whose box is closed.
    package enum ClosedBox: String, Sendable, Hashable, Codable, CaseIterable {
        /// It goes on ringing until the caller gives up.
        case ringOn = "ring-on"
        case desk
    }

    package var closedBox: ClosedBox
    /// The longest message.
    package var messageSecondsMax: Int
    package var messagesMax: Int

    package init(closedBox: ClosedBox = .desk, messageSecondsMax: Int = 300, messagesMax: Int = 100) {
        self.closedBox = closedBox
        self.messageSecondsMax = messageSecondsMax
        self.messagesMax = messagesMax
    }
}
