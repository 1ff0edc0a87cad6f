import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import Synchronization
import Vocabulary

/// What the services of one node know and tell each other: the latest of everything, and bells for what moved.
///
/// Each field has one writer; readers take a copy. Nothing waits here.
package final class NodeBoard: Sendable {
    /// The content, as one value.
    package struct Content: Sendable {
        package var feed = FeedStanding()
        package var scopes: [ScopeReport] = []
        package var items: [ItemDefinition] = []
        package var standings: [ItemName: ItemStanding] = [:]
        package var capture = CaptureOutcome()
        package var peer: PeerMachine?
        package var peerMemory: FeedMemory?
        /// How far this node has durably read the peer's feed: in all items, and in those that guests are kept in.
        package var acknowledged: FeedPosition = .start
        package var guestsAcknowledged: FeedPosition = .start
        /// Cursors moved that are not stored yet, or can move, and so are not acknowledged.
        package var owesCursors = false
        package var database = "starting"
        package var isDatabaseUp = false
        /// The daemon was just started and has not reached its database yet; no fault is known so far.
        package var isDatabaseStarting = true
        /// Whether the database's structure is what this version needs.
        package var isPrepared = false
        package var decisions = DecisionLog()
        package var warnings: [String: String] = [:]
        /// How the reading of Asterisk's call files stands; nil before its first look, and without Asterisk.
        package var calls: CallReadingReport?
        /// Tables of the peer's feed in which it saw something new, by number: the copy looks there first.
        package var movedAtPeer: Set<UInt32> = []
        package var retries: Set<ItemName> = []
        package var repairs: Set<ItemName> = []
        /// How far the latest repair of each item has come that the peer asked for.
        package var askedRepairs: [ItemName: RepairStanding] = [:]
        /// Items that were repaired by the console: their commands are asked for.
        package var arrivals: Set<ItemName> = []
        /// What the peer remembers of this node's feed and is not here any more: a restore to be carried out.
        package var lostFeed: FeedMemory?
        /// No pass of the copy is under way, and none begins before the lost feed has a successor.
        package var isCopyHeld = false
        /// The peer's memory of this node's feed was found to fit it.
        package var isFeedSound = false
        /// Who owns what, and what is under way about it; empty before the service of reigns runs.
        package var reigns: [Scope: ReignMachine] = [:]
        /// Somebody knocked at the control port with another secret's proof, and nobody has concluded anything yet.
        package var isProofRefused = false
        package var asterisk = AsteriskStanding()
        /// Which phones are where; nil before the telephony configuration was read.
        package var phones: HousePhones?
        /// In which languages guests are spoken to, as the tables last said.
        package var languages = HouseLanguages()
        /// How the ringing of wake-ups stands; nil before the wake-ups were read, and where none are rung.
        package var ringing: RingingStanding?
        /// How often an operator said that the clock is right.
        package var clockConfirmations: UInt64 = 0
        /// How the peer stands towards ringing, as it last told.
        package var peerRinging: PeerRinging?
    }

    /// Rung when this node's own feed moved or settled: the heartbeat goes out early.
    package let feedMoved = Bell()
    /// Rung when the next heartbeat says something else than where the feed stands: it goes out at once.
    package let standMoved = Bell()
    /// Rung when the peer tells of another reign, or is seen in another state.
    package let reignMoved = Bell()
    /// Rung when there is work for the source's side: capture to arrange, a restore to carry out.
    package let sourceWanted = Bell()
    /// Rung when the peer's feed moved or an operator wants something copied.
    package let copyWanted = Bell()

    /// What happens here, for whoever keeps it and tells of it.
    package let events = EventBox()

    /// Which node this is.
    package let mode: Mode

    private let content = Mutex(Content())

    package init(mode: Mode) { self.mode = mode }

    package var now: Content { content.withLock { $0 } }

    /// Changes the content; what the change returns is handed on.
    @discardableResult
    package func change<T: Sendable>(_ body: (inout Content) -> T) -> T {
        content.withLock { body(&$0) }
    }

    package func read<T: Sendable>(_ body: (Content) -> T) -> T { content.withLock { body($0) } }

    /// A decision is also an event.
    ///
    /// - Parameter sort: what sort of event; nil where its subject says enough.
    package func record(
        _ subject: DecisionSubject, _ decision: String, _ evidence: [String], at: WallTime, as sort: EventSort? = nil
    ) {
        change { $0.decisions.record(Decision(at: at, subject: subject, decision: decision, evidence: evidence)) }
        let sort = sort ?? EventSort(subject.eventKind, subject.eventSeverity)
        events.add(
            EventBox.Entry(
                at: at, severity: sort.severity, kind: sort.kind, subject: sort.subject, words: decision,
                evidence: evidence, isOver: sort.isOver))
    }

    /// Sets or clears a warning about this node itself; its coming and its going are events.
    package func warn(_ topic: String, _ words: String?) {
        let former = change { content in
            defer { content.warnings[topic] = words }
            return content.warnings[topic]
        }
        let sort = WarningTopic(topic)
        if former == nil, let words {
            events.add(EventBox.Entry(severity: sort.severity, kind: sort.kind, subject: topic, words: words))
        } else if let former, words == nil {
            events.add(
                EventBox.Entry(
                    severity: .information, kind: sort.kind, subject: topic, words: "over: \(former)", isOver: true))
        }
    }
}
