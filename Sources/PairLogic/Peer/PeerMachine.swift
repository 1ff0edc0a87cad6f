import Vocabulary

/// What this node believes of its peer, and why.
///
/// Everything that may bear on it comes in as an input with the moment it happened: heartbeats, probes, refused
/// datagrams, the passing of time. Each input returns what follows from it. Time must be told at least every quarter
/// second by ``tick(at:wall:)``: a longer gap between two inputs means that this node itself was asleep, and then it
/// distrusts itself first.
///
/// The promises, with probes about a second apart and ticks every 100 ms:
/// - a daemon that was killed is named within 3.5 s of its last heartbeat, and so is a host or path that is gone;
/// - a lossy, jittery line raises no alarm, and a flapping one few;
/// - a node that slept for seconds does not blame its peer.
package struct PeerMachine: Sendable, Hashable {
    package let ownMode: Mode
    let ownBoot: BootID
    let timings: PeerTimings

    var standing: PeerStanding
    var heartbeat: HeartbeatPath
    var paths: [PathName: PathMachine] = [:]
    var boots = BootWatch()
    var rejections = RejectionWatch()
    /// The peer's feed against what this node remembers of it.
    var peerFeed = FeedWatch()
    /// This node's feed against what the peer remembers of it.
    var ownFeed = FeedWatch()
    var damper: StateDamper
    var reasons: [String] = []
    var drops: [DropReason: UInt64] = [:]

    /// From here on the wait for a first sign of life counts.
    var startedAt: Instant
    var now: Instant
    var stateSince: WallTime?
    /// A pause of this node ended then: the peer's silence counts from there.
    var graceFrom: Instant?
    var gracesInRow = 0
    var pausedAt: Instant?
    var sawEachOther = false
    var ownMismatchTold = false
    var seenTwice = false

    /// - Parameters:
    ///   - ownMode: which node this is.
    ///   - ownBoot: this run of its daemon, to know its own datagrams and the echoes of them.
    ///   - startedAt: when this run began to listen.
    package init(
        ownMode: Mode, ownBoot: BootID, standing: PeerStanding, timings: PeerTimings = PeerTimings(),
        startedAt: Instant
    ) {
        precondition(timings.hostEvidence < timings.unheardFloor, "hostEvidence must be below unheardFloor")
        self.ownMode = ownMode
        self.ownBoot = ownBoot
        self.standing = standing
        self.timings = timings
        self.startedAt = startedAt
        now = startedAt
        heartbeat = HeartbeatPath(timings: timings)
        damper = StateDamper(state: standing.initialState)
    }
}

extension PeerStanding {
    var initialState: PeerState {
        switch self {
        case .unconfigured: .unconfigured
        case .disabled: .disabled
        case .active: .starting
        }
    }
}
