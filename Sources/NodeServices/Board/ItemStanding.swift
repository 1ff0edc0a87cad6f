import Ports
import ReplicaLogic
import Vocabulary

/// How the copy of one item stands on this node.
package struct ItemStanding: Sendable, Hashable {
    /// What an item is doing.
    package enum State: Sendable, Hashable {
        /// Switched off by an operator.
        case off
        /// Not looked at yet.
        case starting
        /// The peer cannot be read.
        case waitingForPeer
        /// The peer does not ship it (yet); the text says which table is missing there or here.
        case notShipped(String)
        /// Both nodes had data when they first met, and it differs: an operator chooses the direction.
        case firstContact
        /// Everything the peer had at the last look is here.
        case current
        /// A catch-up is under way: the tables stand between two states of the peer.
        case betweenStates
        /// A row could not be applied.
        case quarantined(CopyRecord.Quarantine)
        /// This node cannot take more now; the text says why.
        case held(String)
        /// Rows are being replaced by the authority's.
        case repairing
    }

    package var state: State = .starting
    /// It stood still, and has not been current since.
    package var stoodStill = false
    package var rowsApplied: UInt64 = 0
    package var rowsWaiting: UInt64 = 0
    package var conflicts: UInt64 = 0
    package var openConflicts: UInt64 = 0
    package var driftHealed: UInt64 = 0
    package var batches: UInt64 = 0
    package var cursor: FeedPosition = .start
    /// Recent lags in milliseconds, newest last, at most `lagsMax`.
    package var lags: [Double] = []
    /// When this node last knew that it held everything the peer had.
    package var currentAt: Instant?
    /// When the peer was last looked at, before the question was put.
    package var lookedAt: Instant?
    /// Columns that one side lacks, by table.
    package var skippedColumns: [TableName: [String]] = [:]

    package static let lagsMax = 64

    package init() {}

    /// As of when this node holds everything the peer had; nil while it does not.
    package var currentAsOf: Instant? { state == .current ? lookedAt : nil }

    /// The middle one of the recent lags.
    package var lagMedian: Double? {
        lags.isEmpty ? nil : lags.sorted()[lags.count / 2]
    }

    package mutating func noteLag(_ milliseconds: Double) {
        lags.append(milliseconds)
        if lags.count > Self.lagsMax { lags.removeFirst() }
    }
}
