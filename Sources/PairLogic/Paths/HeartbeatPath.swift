import Vocabulary

/// The heartbeat as a path: when the peer was heard, how regularly, and whether it hears this node.
struct HeartbeatPath: Sendable, Hashable {
    private(set) var status = PathStatus()
    private(set) var facts: HeartbeatFacts?
    private(set) var lastHeardAt: Instant?
    /// When the present stretch of hearing began.
    private(set) var hearingSince: Instant?
    /// When this node sent the newest heartbeat that the peer has echoed.
    private(set) var echoedSentAt: Instant?
    private(set) var clock = ClockComparison()
    private(set) var sentLog = SentLog()
    /// When the system said that the peer's port is closed, which only a living host does.
    private(set) var hostProvedAt: Instant?
    /// A silence this long is tardy against the learned rhythm.
    private(set) var suspectAfter: Duration
    /// After a silence this long the peer counts as unheard.
    private(set) var unheardAfter: Duration
    private var rhythm: Rhythm

    init(timings: PeerTimings) {
        rhythm = Rhythm(expecting: timings.heartbeatInterval)
        suspectAfter = timings.suspectFloor
        unheardAfter = timings.unheardFloor
    }

    mutating func sent(_ sequence: UInt64, at now: Instant, wall: WallTime) {
        sentLog.sent(sequence, at: now, wall: wall)
    }

    /// When this node sent what `facts` echoes; nil where it echoes nothing of this run's recent past.
    func echoedEntry(in facts: HeartbeatFacts, ownBoot: BootID) -> SentLog.Entry? {
        guard let echo = facts.echo, echo.boot == ownBoot else { return nil }
        return sentLog[echo.sequence]
    }

    /// A heartbeat came.
    mutating func heard(
        _ facts: HeartbeatFacts, echoed: SentLog.Entry?, timings: PeerTimings, at now: Instant, wall: WallTime
    ) {
        learnRhythm(timings, at: now)
        lastHeardAt = now
        self.facts = facts
        status.lastSuccess = wall
        if let echoed, let echo = facts.echo {
            echoedSentAt = max(echoedSentAt ?? echoed.at, echoed.at)
            status.smooth(max(.zero, now - echoed.at - echo.held))
        }
        clock.learn(
            sentAt: facts.sentAt, receivedAt: wall, echoed: echoed?.wall, held: facts.echo?.held ?? .zero,
            limit: timings.clockLimit)
    }

    /// Sending failed: the system's words are kept, and a closed port proves the host.
    mutating func sendFailed(_ failure: PathFailure, words: String, at now: Instant, wall: WallTime) {
        if failure.provesHost { hostProvedAt = now }
        note(failure, words, wall: wall)
    }

    mutating func note(_ failure: PathFailure, _ words: String, wall: WallTime) {
        status.lastFailure = wall
        status.lastError = failure
        status.lastErrorWords = String(words.prefix(PathMachine.wordsMax))
    }

    /// Moves to `state`; true where it was another.
    mutating func become(_ state: PathState) -> Bool {
        defer { status.state = state }
        return status.state != state
    }

    /// A gap in which the peer was unheard is an outage and teaches nothing about the rhythm.
    private mutating func learnRhythm(_ timings: PeerTimings, at now: Instant) {
        guard let last = lastHeardAt, now - last < unheardAfter else { return hearingSince = now }
        rhythm.came(after: now - last)
        let allowed = timings.deviationsAllowed
        suspectAfter = rhythm.patience(
            deviations: allowed, floor: timings.suspectFloor, ceiling: timings.suspectCeiling)
        unheardAfter = rhythm.patience(
            deviations: allowed, floor: timings.unheardFloor, ceiling: timings.unheardCeiling)
    }
}
