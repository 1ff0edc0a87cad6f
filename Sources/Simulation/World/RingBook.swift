import HotelLogic
import Vocabulary

/// What really happened to the guests, and what people were told: what wake-ups are measured against.
struct RingBook {
    /// One node made phones ring for an attempt.
    struct Ring {
        let node: Mode
        let daemonRun: Int
        let claimedAt: Instant
        /// Both nodes held a fresh heartbeat that echoed their own when it was claimed.
        let sawEachOther: Bool
        /// Some daemon knew then that the other node had claimed the very same.
        let wasKnown: Bool
        /// The other node had kept a claim to the very same, which could be read when this one was made.
        let wasReadable: Bool
        /// This node's own disk knew then that it had claimed the very same in an earlier run.
        let wasKept: Bool
        /// Lines could be kept at once when it was claimed.
        let couldKeep: Bool
    }

    /// What somebody at the desk was told of a line that was written for them.
    struct Promise {
        let write: Int
        let row: RowKey
        let node: Mode
        let run: Int
        let askedAt: Instant
        let life: Incarnation
        /// How often the daemon had reached its database by then.
        let timesReached: Int
        let position: FeedPosition

        func isOf(_ node: Mode, _ run: Int) -> Bool { self.node == node && self.run == run }
    }

    /// The lines that stand behind the rows of the ledger, by the write.
    var lines: [Int: WakeUpEvent] = [:]
    var writes: [WakeUpEvent: [Int]] = [:]

    /// Both nodes see each other without a break since then; nil while they do not.
    var seeingSince: Instant?
    var claims: [Attempt: [Mode: Ring]] = [:]
    var rings: [Attempt: [Ring]] = [:]
    /// Attempts for which somebody took the call.
    var taken: Set<Attempt> = []
    /// The rooms in which a wake-up ever was, as far as anybody wrote.
    var rooms: [WakeUpID: Set<RoomNumber>] = [:]
    /// When a room was rung last.
    var rungAt: [RoomNumber: Instant] = [:]
    /// Rooms in which somebody took a call.
    var wokenRooms: Set<RoomNumber> = []
    /// Who was woken and asked for no other call, since when.
    var wokenAt: [Occurrence: Instant] = [:]
    /// Which run of a node's daemon was there when somebody was woken by it.
    var witnesses: [Mode: [Occurrence: Int]] = [:]
    /// When a wake-up was last edited, by true time.
    var editedAt: [WakeUpID: Instant] = [:]
    /// Wake-ups that were cancelled at the desk of the only node that ever edited them.
    var cancelledAt: [WakeUpID: Instant] = [:]
    /// The nodes whose desks edited a wake-up.
    var editors: [WakeUpID: Set<Mode>] = [:]
    /// What the desk was told that nobody was woken for.
    var told: Set<Occurrence> = []

    /// What waits for an answer.
    var asked: [Promise] = []
    /// Rows of which somebody was told that they are safe on both nodes.
    var safe: [(write: Int, row: RowKey)] = []

    mutating func wrote(_ event: WakeUpEvent, as write: Int) {
        lines[write] = event
        rooms[event.wakeUp, default: []].insert(event.room)
        writes[event, default: []].append(write)
    }

    /// Somebody is awake, in that node's daemon's hearing.
    mutating func woke(_ occurrence: Occurrence, before node: SimulatedNode, at now: Instant) {
        wokenAt[occurrence] = now
        witnesses[node.mode, default: [:]][occurrence] = node.daemon?.run
    }

    /// Whoever was woken pressed a key, and may want another call.
    mutating func stirred(_ occurrence: Occurrence) {
        wokenAt[occurrence] = nil
        for node in Mode.allCases { witnesses[node]?[occurrence] = nil }
    }

    /// A desk has kept an edit.
    mutating func edited(_ event: WakeUpEvent, by node: Mode, at now: Instant) {
        guard case .edited(let edit) = event.what else { return }
        editedAt[event.wakeUp] = now
        editors[event.wakeUp, default: []].insert(node)
        let isCancelled = edit.change == .cancelled && editors[event.wakeUp]?.count == 1
        cancelledAt[event.wakeUp] = isCancelled ? now : nil
    }
}
