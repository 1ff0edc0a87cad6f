import Vocabulary

/// What is known of one node's attempt.
package struct AttemptRecord: Sendable, Hashable {
    /// How it ended.
    package enum Outcome: Sendable, Hashable {
        case failed(AttemptFailure, at: WallTime)
        case answered(at: WallTime)
        case snoozed(at: WallTime, until: WallTime)

        package var at: WallTime {
            switch self {
            case .failed(_, let at), .answered(let at), .snoozed(let at, _): at
            }
        }

        /// A call that was given up for lost may turn out to have been answered; one that was answered may be snoozed.
        private var rank: Int {
            switch self {
            case .failed: 0
            case .answered: 1
            case .snoozed: 2
            }
        }

        /// What is true once both are known, whichever was known first.
        func merging(_ other: Outcome?) -> Outcome {
            guard let other else { return self }
            guard rank == other.rank else { return rank > other.rank ? self : other }
            return at >= other.at ? self : other
        }
    }

    package var claimedAt: WallTime
    package var epoch: Epoch
    package var hasRung = false
    package var outcome: Outcome?
    /// What its lines name: where it rang, and where the wake-up has moved by the time somebody tells of it. So it
    /// rang in a room for certain only where that is the only one.
    private(set) var rooms: Set<RoomNumber>

    package init(claimedAt: WallTime, epoch: Epoch, room: RoomNumber) {
        self.claimedAt = claimedAt
        self.epoch = epoch
        rooms = [room]
    }

    mutating func merge(_ other: AttemptRecord) {
        rooms.formUnion(other.rooms)
        claimedAt = min(claimedAt, other.claimedAt)
        epoch = max(epoch, other.epoch)
        hasRung = hasRung || other.hasRung
        outcome = outcome?.merging(other.outcome) ?? other.outcome
    }
}
