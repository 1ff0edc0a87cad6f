import Ports
import ReplicaLogic
import Vocabulary

/// An arriving row after judgement: what is written, and who goes to the ledger.
struct JudgedRow {
    let row: FeedRow
    /// The stamp to store; nil leaves the feed alone.
    let stamp: RowStamp?
    /// The highest clock of this node's own writes of the row, as far as others took their place.
    let ownClock: UInt64
    /// Whether the row's image replaces what is here.
    let writesImage: Bool
    /// Whether a row of this node stands under the key.
    let isPresentHere: Bool
    /// Whether that row spells its key otherwise.
    let isRespelledHere: Bool
    /// Whether it is passed over until the owner was asked about the drift that stands under its key.
    let awaitsOwner: Bool
    let ledger: Entry?

    /// A row for the ledger.
    struct Entry {
        let reason: LedgerReason
        let loser: RowVerdict.Side
        let local: RowStamp?
    }

    /// Since when this node owns the scope of the row's table.
    struct Reign {
        let owner: Mode
        let epoch: Epoch
        /// The owner's wall clock now.
        let clock: UInt64

        /// A stamp as this owner stores it.
        func confirming(_ stamp: RowStamp, over local: LocalState) -> RowStamp {
            stamp.confirmed(by: owner, since: epoch, over: local.stamp, at: max(clock, local.ownClock + 1))
        }
    }

    /// Judges by versions.
    init(_ row: FeedRow, local: LocalState, suspectAbove: FeedPosition?, reign: Reign?) {
        let taken = reign?.confirming(row.stamp, over: local) ?? row.stamp
        let isSuspect = suspectAbove.map { limit in (local.position ?? .start) > limit } ?? false
        let verdict = RowVerdict.judging(incoming: row.stamp, local: local.stamp, isSuspect: isSuspect)
        let reason: LedgerReason = isSuspect ? .restoredNode : .conflict
        switch verdict {
        case .apply:
            // A row the feed knows nothing of was written past capture; it does not vanish unseen either.
            let isUntracked = local.isPresent && local.stamp == nil
            let entry = isUntracked ? Entry(reason: .drift, loser: .local, local: nil) : nil
            self.init(row, stamp: taken, writesImage: true, local: local, ledger: entry)
        case .replaceDrift:
            let entry = Entry(reason: .drift, loser: .local, local: local.stamp)
            self.init(row, stamp: taken, writesImage: true, local: local, ledger: entry)
        case .conflict(.incoming, let stamp):
            let entry = Entry(reason: reason, loser: .local, local: local.stamp)
            let kept = reign?.confirming(stamp, over: local) ?? stamp
            self.init(row, stamp: kept, writesImage: true, local: local, ledger: entry)
        case .conflict(.local, let stamp):
            let entry = Entry(reason: reason, loser: .incoming, local: local.stamp)
            self.init(row, stamp: stamp, writesImage: false, local: local, ledger: entry)
        case .ignored(let why):
            self.init(
                row, stamp: nil, writesImage: false, local: local, ledger: nil, awaitsOwner: why == .awaitsOwner)
        }
    }

    /// The peer is right about what was found here, whatever the versions say.
    init(_ row: FeedRow, local: LocalState, reason: LedgerReason) {
        if let stamp = local.stamp, !stamp.isDrift, stamp.version.node == row.stamp.version.node,
            stamp.version.clock > row.stamp.version.clock
        {
            // A later write of the peer came in while this one was being fetched.
            self.init(row, stamp: nil, writesImage: false, local: local, ledger: nil)
            return
        }
        // Where this node never had the row, nobody loses.
        let isKnown = local.isPresent || local.stamp != nil
        let entry = isKnown ? Entry(reason: reason, loser: .local, local: local.stamp) : nil
        self.init(row, stamp: row.stamp, writesImage: true, local: local, ledger: entry)
    }

    private init(
        _ row: FeedRow, stamp: RowStamp?, writesImage: Bool, local: LocalState, ledger: Entry?,
        awaitsOwner: Bool = false
    ) {
        self.row = row
        self.stamp = stamp
        self.writesImage = writesImage
        ownClock = local.ownClock
        isPresentHere = local.isPresent
        isRespelledHere = local.isRespelled
        self.awaitsOwner = awaitsOwner
        self.ledger = ledger
    }
}
