import Vocabulary

/// The whole node at one moment: what `comxfailover status` prints and `--json` gives.
package struct NodeReport: Sendable, Hashable, Codable {
    package let mode: Mode
    package let softwareVersion: String
    package let boot: BootID
    package let incarnation: Incarnation?
    package let startedAt: WallTime
    package let at: WallTime
    /// The state of this node's own database in words: `running`, `starting`, or what is wrong.
    package let database: String
    package let feedHead: FeedPosition
    package let settledHead: FeedPosition
    package let scopes: [ScopeReport]
    package let peer: PeerReport?
    package let items: [ItemReport]
    /// Troubles of this node itself, one sentence each, worst first.
    package let warnings: [String]
    /// How the call files of this node's Asterisk stand; nil without one.
    package let calls: CallReadingReport?
    /// How this node stands towards ringing wake-ups; nil where it wakes nobody.
    package let ringing: RingingReport?

    package init(
        mode: Mode, softwareVersion: String, boot: BootID, incarnation: Incarnation?, startedAt: WallTime,
        at: WallTime, database: String, feedHead: FeedPosition, settledHead: FeedPosition, scopes: [ScopeReport],
        peer: PeerReport?, items: [ItemReport], warnings: [String],
        calls: CallReadingReport? = nil, ringing: RingingReport? = nil
    ) {
        self.mode = mode
        self.softwareVersion = softwareVersion
        self.boot = boot
        self.incarnation = incarnation
        self.startedAt = startedAt
        self.at = at
        self.database = database
        self.feedHead = feedHead
        self.settledHead = settledHead
        self.scopes = scopes
        self.peer = peer
        self.items = items
        self.warnings = warnings
        self.calls = calls
        self.ringing = ringing
    }
}
