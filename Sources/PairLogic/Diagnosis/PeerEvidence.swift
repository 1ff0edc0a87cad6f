import Vocabulary

/// Everything known at one moment that a diagnosis may rest on. The rules read this and nothing else.
struct PeerEvidence: Sendable, Hashable {
    /// What the witnesses say.
    enum Witness: Sendable, Hashable {
        /// None is named, or none answered or failed lately.
        case mute
        case answers
        case silent
    }

    /// A path that is down, and since it went down the peer proved alive often enough to blame the path.
    struct Trouble: Sendable, Hashable {
        let failure: PathFailure?
        let words: String
        /// How long it has been failing.
        let lasting: Duration
    }

    /// A feed that is not where it is remembered.
    struct Mismatch: Sendable, Hashable {
        let remembered: FeedMark
        let present: FeedMark
    }

    /// The peer was just started and has not reached its database yet: nobody can, and that is no fault.
    var isStarting: Bool { facts?.health.starting == true && facts?.health.databaseUp == false }

    let ownMode: Mode
    /// Neither heartbeat nor control for so long that the daemon counts as unheard.
    var isUnheard: Bool
    /// Since the daemon was last heard.
    var silence: Duration
    /// The newest heartbeat, while heartbeats are fresh.
    var facts: HeartbeatFacts?
    /// How often a datagram came lately that was signed with another secret.
    var refusedCount = 0
    /// `refusedCount` is enough to conclude from.
    var refusedEnough = false
    /// A path whose newest probe ended with a refused proof.
    var secretRefusedBy: PathName?
    var protocolUnknown: UInt16?
    var clones: [BootID] = []
    var mismatch: Mismatch?
    /// Paths that lately showed that the peer's host is there.
    var hostProvedBy: [PathName] = []
    var witness = Witness.mute
    var troubles: [PathName: Trouble] = [:]
    /// Control is heard, heartbeats are not.
    var heartbeatBlockedInward = false
    /// Heartbeats are heard, but they do not echo ours.
    var heartbeatBlockedOutward = false
    var clocksApartSeconds: Int?
    /// How long 3306 may refuse, while the peer says its database is up, before the port is blamed.
    var contradictionPatience: Duration = .zero
}
