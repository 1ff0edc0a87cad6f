import Vocabulary

/// What a node tells its peer four times a second: who it is, how it is, where its feed stands, what it last saw.
///
/// One message is one datagram of at most ``datagramBytesMax`` bytes, signed with a key derived from the secret.
/// `Docs/WIRE.md` holds the byte table.
package struct HeartbeatMessage: Sendable, Hashable {
    /// No datagram is larger; a larger one is refused before a byte of it is read.
    package static let datagramBytesMax = 300
    /// The longest software version that travels, in bytes of UTF-8.
    package static let softwareVersionBytesMax = 32
    /// The most tables that are named as moved.
    package static let movedTablesMax = 8

    package let protocolVersion: ProtocolVersion
    package let pair: PairID
    package let sender: Mode
    package let health: Health
    /// The run of the sender's daemon.
    package let boot: BootID
    /// Counts the heartbeats of one run; never repeats within it.
    package let sequence: UInt64
    /// The sender's wall clock when it sent this.
    package let sentAt: WallTime
    /// The sender's installation: the same over restarts, and the same on a copied disk.
    package let nodeIdentity: UInt64
    package let incarnation: Incarnation
    /// The newest position drawn in the sender's feed.
    package let feedHead: FeedPosition
    /// At or below it nothing can still appear in the sender's feed.
    package let settledHead: FeedPosition
    /// The sender's durable cursor in the receiver's feed: the lowest over its items.
    package let acknowledged: FeedPosition
    package let configuration: Reign
    package let guest: Reign
    /// The newest heartbeat the sender received from the receiver; nil until there was one.
    package let echo: Echo?
    /// What the sender remembers of the receiver's feed; nil where it never read it.
    package let remembered: FeedMark?
    package let softwareVersion: String
    /// Tables of the sender's feed whose entries moved its head since the heartbeat before, by number: where to look
    /// first. There may be more, and a heartbeat may be lost, so that it is no promise.
    package let movedTables: [UInt32]
    /// How the sender stands towards ringing; nil where it rings nobody, or its release knows nothing of it.
    package let ringing: Ringing?
    /// As `acknowledged`, over the items that guests are kept in alone; nil where the sender's release tells but one.
    package let guestsAcknowledged: FeedPosition?

    /// A software version that is too long is cut to fit, and so is a list of tables.
    package init(
        protocolVersion: ProtocolVersion = .current, pair: PairID, sender: Mode, health: Health, boot: BootID,
        sequence: UInt64, sentAt: WallTime, nodeIdentity: UInt64, incarnation: Incarnation, feedHead: FeedPosition,
        settledHead: FeedPosition, acknowledged: FeedPosition, configuration: Reign, guest: Reign, echo: Echo?,
        remembered: FeedMark?, softwareVersion: String, movedTables: [UInt32] = [], ringing: Ringing? = nil,
        guestsAcknowledged: FeedPosition? = nil
    ) {
        self.protocolVersion = protocolVersion
        self.pair = pair
        self.sender = sender
        self.health = health
        self.boot = boot
        self.sequence = sequence
        self.sentAt = sentAt
        self.nodeIdentity = nodeIdentity
        self.incarnation = incarnation
        self.feedHead = feedHead
        self.settledHead = settledHead
        self.acknowledged = acknowledged
        self.configuration = configuration
        self.guest = guest
        self.echo = echo
        self.remembered = remembered
        self.softwareVersion = softwareVersion.bounded(toBytes: Self.softwareVersionBytesMax)
        self.movedTables = Array(movedTables.prefix(Self.movedTablesMax))
        self.ringing = ringing
        self.guestsAcknowledged = guestsAcknowledged
    }

    /// Who owns `scope`, as the sender knows it.
    package func reign(over scope: Scope) -> Reign { scope == .configuration ? configuration : guest }
}
