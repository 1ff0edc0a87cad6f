import Vocabulary

/// Wakes the guests of a house, together with the same machine on the other node.
///
/// Everything that may bear on it comes in as an input with the moment it happened; each input returns what follows
/// from it. Time must be told by ``tick(at:wall:)`` every tenth of a second or so. What is due is found by what stands
/// in the book, never by a window of time: a machine that was away for a day finds all that was missed.
///
/// The promises, as long as the directives are carried out:
/// - an occurrence ends as answered, or the desk is told;
/// - two nodes that see each other never ring the same attempt (``RingingTurn`` says why);
/// - a claim is on the disk before a phone rings, and the peer knows of it or half a second has passed; what stands on
///   the disk beside the claim is heeded;
/// - a room is rung for one wake-up at a time, and an answer counts for all that are due in it, but not for those that
///   name another phone of it;
/// - no more calls ring or talk at once than gateways and lines can take.
package struct RingingMachine: Sendable, Hashable {
    let node: Mode
    let settings: RingingSettings
    let zone: ZoneRules

    var book: WakeUpBook
    var turn: RingingTurn
    var works: [Occurrence: RingingWork] = [:]
    /// Calls that were answered and go on.
    var talks = RingingTalks()
    var phones: [RoomNumber: [ExtensionNumber]] = [:]
    var desk: [Occurrence: DeskCall] = [:]
    var clock = ClockWatch()
    var pace: CallPace

    var isAsteriskUp = false
    var isDatabaseUp = false
    /// A claim was not kept in time; until something is kept, the database counts as down.
    var isDatabaseSlow = false
    var nextBatch: UInt64 = 1
    /// Claims on their way to the disk.
    var batches: [UInt64: [Attempt]] = [:]

    /// Occurrences that have ended as far as the peer says, whose lines have not come with its ledger yet, and since
    /// when that is known.
    var hearsay: [Occurrence: Instant] = [:]
    /// Hearsay that is to be written as soon as it is known here which wake-up it is about.
    var unwritten: Set<Occurrence> = []
    /// The run of the peer that was heard last, however long ago.
    var peerRun: BootID?

    var toldStand: RingingStand?
    /// When the last input came.
    package internal(set) var lastStep: Instant
    /// When the book is to be looked through again for what has become due; nil is at once.
    var nextLook: WallTime?

    /// - Parameters:
    ///   - run: this run of the daemon.
    ///   - epoch: of the guest scope, as it was last known here.
    ///   - book: all that the node's own ledger tells.
    package init(
        node: Mode, run: BootID, epoch: Epoch, zone: ZoneRules, book: WakeUpBook,
        settings: RingingSettings = RingingSettings(), at now: Instant
    ) {
        precondition(settings.ownPauseMax < settings.peerPauseMax, "ownPauseMax must be below peerPauseMax")
        self.node = node
        self.settings = settings
        self.zone = zone
        self.book = book
        turn = RingingTurn(node: node, run: run, epoch: epoch, settings: settings, at: now)
        pace = CallPace(perSecond: settings.callsPerSecond, at: now)
        lastStep = now
    }

    // MARK: Queries

    /// What the next heartbeat says, beside how long ago ``lastStep`` was.
    package var stand: RingingStand { turn.stand }

    /// Whether this node claims what is due, be it in the other's stead.
    package func rings(at now: Instant) -> Bool { turn.permission(at: now) != .nothing }

    /// The wake-ups as they stand here.
    package var wakeUps: WakeUpBook { book }

    /// Whether anything is known here of an attempt of this node.
    package func knows(_ attempt: Attempt) -> Bool {
        book.record(of: attempt.occurrence).attempts[.init(attempt.number, node)] != nil
    }

    /// Occurrences that are due and have not ended.
    package var dueCount: Int { works.count }

    /// Until when nothing is rung that became due by a clock that is not trusted, and what it should have shown; nil
    /// while it is trusted.
    package var clockHold: (from: WallTime, until: Instant)? {
        guard let from = clock.doubtedFrom, let until = clock.heldUntil else { return nil }
        return (from, until)
    }

    /// Where nobody was woken, and nobody at the desk has taken note of it.
    package var missedRooms: [RoomNumber] { Set(desk.values.map(\.room)).sorted() }
}
