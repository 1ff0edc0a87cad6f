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
    /// Wake-ups for which somebody took a call.
    var woken: Set<WakeUpID> = []
    /// What the desk was told that nobody was woken for.
    var told: Set<Occurrence> = []

    /// What waits for an answer.
    var asked: [Promise] = []
    /// Rows of which somebody was told that they are safe on both nodes.
    var safe: [(write: Int, row: RowKey)] = []

    mutating func wrote(_ event: WakeUpEvent, as write: Int) {
        lines[write] = event
        writes[event, default: []].append(write)
    }
}
