import Vocabulary

/// An occurrence that is due and has not ended, and what this node is doing about it.
struct RingingWork: Sendable, Hashable {
    enum Phase: Sendable, Hashable {
        /// For its turn, and not before that moment; nil is at once.
        case waiting(until: Instant?)
        /// An attempt runs that this run of the daemon does not control: the peer's, or one from before a restart.
        case elsewhere(until: Instant)
        /// The claim is on its way to the disk.
        case claiming(Int, until: Instant)
        /// The peer has been told of the claim.
        case announced(Int, until: Instant)
        case ringing(Int, RingingLegs, until: Instant)
        /// Somebody took the call and is to press the key.
        case talking(Int, on: ExtensionNumber, until: Instant)
    }

    var room: RoomNumber
    /// When it was due; after a snooze, when the next call is.
    var dueAt: WallTime
    var phase: Phase
    var isWarned = false
    /// How many attempts had failed when a phone of the room appeared: the next one does not wait.
    var failuresForgiven: Int?
    /// What the latest claim of this run says of its moment.
    var claimedAt: WallTime?

    /// The attempt that this node has under way.
    var ownAttempt: Int? {
        switch phase {
        case .waiting, .elsewhere: nil
        case .claiming(let number, _), .announced(let number, _), .ringing(let number, _, _),
            .talking(let number, _, _):
            number
        }
    }

    /// Whether a phone of the room rings for it, or is about to.
    func occupiesRoom(at now: Instant) -> Bool {
        if case .elsewhere(let until) = phase { return until > now }
        return ownAttempt != nil
    }

    /// Whether no phone has been made to ring yet, so that the attempt can still be taken back.
    var isBeforeRinging: Bool {
        switch phase {
        case .claiming, .announced: true
        case .waiting, .elsewhere, .ringing, .talking: false
        }
    }

    /// When something must happen though nothing is heard.
    var deadline: Instant? {
        switch phase {
        case .waiting(let until): until
        case .elsewhere(let until), .claiming(_, let until), .announced(_, let until), .ringing(_, _, let until),
            .talking(_, _, let until):
            until
        }
    }
}
