/// A channel ended: `Hangup`.
package struct ChannelEnd: Sendable, Hashable {
    package let channel: ChannelFacts
    /// Why, as a cause of Q.850: 16 ended, 17 busy, 19 no answer, 21 declined.
    package let cause: Int
    package let causeWords: String

    package init(channel: ChannelFacts, cause: Int, causeWords: String = "") {
        self.channel = channel
        self.cause = cause
        self.causeWords = causeWords
    }

    init?(_ message: AMIMessage) {
        guard let channel = ChannelFacts(message), let cause = message["Cause"].flatMap({ Int($0) }) else { return nil }
        self.init(channel: channel, cause: cause, causeWords: message["Cause-txt"] ?? "")
    }
}
