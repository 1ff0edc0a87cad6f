import Vocabulary

/// Fast to see, slow to trust again: a graver state is believed at once, a lesser one only after it has held for a
/// while, which doubles with every recent relapse. So a flapping link yields few changes, however fast it flaps.
struct StateDamper: Sendable, Hashable {
    /// How many relapses are remembered.
    static let relapsesMax = 8

    private(set) var state: PeerState
    private(set) var gravity = 0
    /// Since when everything heard has been less grave than `state`.
    private(set) var betterSince: Instant?
    /// When the state last grew worse, oldest first.
    private var relapses: [Instant] = []

    init(state: PeerState) { self.state = state }

    /// The rules judged. True where the state changed.
    mutating func judged(_ judgement: Judgement, timings: PeerTimings, at now: Instant) -> Bool {
        while let oldest = relapses.first, now - oldest >= timings.relapseMemory { relapses.removeFirst() }
        guard state.isActive else { return become(judgement) }
        guard judgement.gravity < gravity else { return grew(judgement, at: now) }
        let since = betterSince ?? now
        betterSince = since
        guard now - since >= hold(timings) else { return false }
        return become(judgement)
    }

    /// An operator's word, or the lack of a peer, is not to be damped.
    mutating func force(_ state: PeerState) -> Bool {
        defer { self.state = state }
        (gravity, betterSince) = (0, nil)
        return self.state != state
    }

    /// How long a better state must hold now.
    func hold(_ timings: PeerTimings) -> Duration {
        let doubled = timings.recoveryFloor * (1 << max(0, relapses.count - 1))
        return min(doubled, timings.recoveryCeiling)
    }

    /// As grave as before, or graver. A recovery that did not last is a relapse as well.
    private mutating func grew(_ judgement: Judgement, at now: Instant) -> Bool {
        if judgement.gravity > gravity || betterSince != nil { relapsed(at: now) }
        betterSince = nil
        return judgement.state == state ? false : become(judgement)
    }

    private mutating func relapsed(at now: Instant) {
        if relapses.count == Self.relapsesMax { relapses.removeFirst() }
        relapses.append(now)
    }

    private mutating func become(_ judgement: Judgement) -> Bool {
        defer { state = judgement.state }
        (gravity, betterSince) = (judgement.gravity, nil)
        return state != judgement.state
    }
}

extension PeerState {
    /// Whether this is a judgement of the peer that may be improved upon, and not a standing of this node.
    fileprivate var isActive: Bool {
        switch self {
        case .online, .degraded, .offline: true
        case .unconfigured, .disabled, .starting: false
        }
    }
}
