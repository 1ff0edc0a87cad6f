import Wire

/// A channel that is open now.
package struct ChannelReading: Sendable, Hashable {
    package let facts: ChannelFacts
    /// The bridge that it is in with others; empty where it is in none.
    package let bridgeID: String
    /// What it does: the dialplan's application.
    package let application: String
    /// How long it has been there: `00:01:30`.
    package let duration: String

    package init(facts: ChannelFacts, bridgeID: String, application: String, duration: String) {
        self.facts = facts
        self.bridgeID = bridgeID
        self.application = application
        self.duration = duration
    }
}
