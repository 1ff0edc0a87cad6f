import Vocabulary

/// What an authentic heartbeat of the peer says, once its signature was checked and a recording ruled out.
package struct HeartbeatFacts: Sendable, Hashable {
    package var sender: Mode
    package var boot: BootID
    package var sequence: UInt64
    package var sentAt: WallTime
    package var nodeIdentity: UInt64
    package var incarnation: Incarnation
    package var feedHead: FeedPosition
    package var settledHead: FeedPosition
    /// The peer's durable cursor in this node's feed.
    package var acknowledged: FeedPosition
    /// The same over the items that guests are kept in alone; a peer that does not tell them apart means all.
    package var guestsAcknowledged: FeedPosition
    package var configuration: Ownership
    package var guest: Ownership
    package var echo: Echo?
    /// What the peer remembers of this node's feed.
    package var remembered: FeedMark?
    package var health: Health
    package var softwareVersion: String

    package init(
        sender: Mode, boot: BootID, sequence: UInt64, sentAt: WallTime, nodeIdentity: UInt64,
        incarnation: Incarnation, feedHead: FeedPosition, settledHead: FeedPosition, acknowledged: FeedPosition,
        configuration: Ownership, guest: Ownership, echo: Echo?, remembered: FeedMark?, health: Health,
        softwareVersion: String, guestsAcknowledged: FeedPosition? = nil
    ) {
        self.sender = sender
        self.boot = boot
        self.sequence = sequence
        self.sentAt = sentAt
        self.nodeIdentity = nodeIdentity
        self.incarnation = incarnation
        self.feedHead = feedHead
        self.settledHead = settledHead
        self.acknowledged = acknowledged
        self.guestsAcknowledged = guestsAcknowledged ?? acknowledged
        self.configuration = configuration
        self.guest = guest
        self.echo = echo
        self.remembered = remembered
        self.health = health
        self.softwareVersion = softwareVersion
    }
}

extension HeartbeatFacts {
    /// Where the feed of `node` stands; nil where another node speaks, or one that cannot read its own feed now.
    func knownFeed(of node: Mode) -> FeedMark? {
        guard sender == node, health.databaseUp, incarnation != .unknown else { return nil }
        return FeedMark(incarnation: incarnation, head: feedHead)
    }
}
