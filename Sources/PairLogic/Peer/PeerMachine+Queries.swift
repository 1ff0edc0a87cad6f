import Vocabulary

/// All answers are as of the latest input.
extension PeerMachine {
    package var state: PeerState { damper.state }

    /// The wall clock when `state` last changed; nil before it ever did.
    package var since: WallTime? { stateSince }

    /// What the state rests on, the decisive observation first.
    package var evidence: [String] { reasons }

    /// Neither heartbeat nor control for so long that the peer's daemon must be thought dead or cut off. True also
    /// before anything was ever heard. Undamped: it follows the facts at once.
    package var isUnheard: Bool {
        guard let last = lastSignOfLife else { return true }
        return now - max(last, graceFrom ?? last) >= heartbeat.unheardAfter
    }

    /// Both nodes hold a fresh heartbeat of the other: ours came back in the echo of one of theirs.
    package var seesEachOther: Bool {
        guard let heardAt = heartbeat.lastHeardAt, let echoedAt = heartbeat.echoedSentAt else { return false }
        let limit = heartbeat.unheardAfter
        return now - max(heardAt, graceFrom ?? heardAt) < limit && now - max(echoedAt, graceFrom ?? echoedAt) < limit
    }

    /// This node was asleep or starved a moment ago; told to the peer as `slow`.
    package var isSlow: Bool { pausedAt.map { now - $0 < timings.slowMemory } ?? false }

    /// Two runs of the peer are alive side by side; told to the peer as `cloneSeen`.
    package var seesClone: Bool { !boots.clones.isEmpty }

    /// The peer hears two of this node.
    package var isSeenTwice: Bool { seenTwice }

    /// This node's own feed is behind, or beside, what the peer remembers of it.
    package var isRestored: Bool { ownMismatchTold }

    /// The newest heartbeat, however old.
    package var facts: HeartbeatFacts? { heartbeat.facts }

    /// The peer's clock minus this node's, as last measured.
    package var clockOffset: Duration { heartbeat.clock.offset }

    package func status(of path: PathName) -> PathStatus {
        path == .heartbeat ? heartbeat.status : paths[path]?.status ?? PathStatus()
    }

    /// How many datagrams were thrown away, by reason; reasons that never occurred are left out.
    package var droppedDatagrams: [DropReason: UInt64] { drops }

    /// After how long a silence the peer's daemon is unheard; learned from the line.
    package var unheardAfter: Duration { heartbeat.unheardAfter }

    /// What is left of the wait for a first sign of life; zero once it is over.
    package var bootWaitLeft: Duration { max(.zero, timings.bootWait - (now - startedAt)) }

    /// Since the peer's daemon was last heard, or since this node started to listen.
    package var silence: Duration { now - (lastSignOfLife ?? startedAt) }

    var heartbeatSilence: Duration {
        let last = heartbeat.lastHeardAt ?? startedAt
        return now - max(last, graceFrom ?? last)
    }

    private var lastSignOfLife: Instant? {
        .later(heartbeat.lastHeardAt, .later(paths[.control]?.lastSuccessAt, rejections.unknownProtocolAt))
    }
}
