import Vocabulary

/// Decides when a private server that went down is started again.
struct RestartMachine: Sendable, Equatable {
    /// What to do now.
    enum Directive: Sendable, Equatable {
        /// Start it.
        case start
        /// Wait this long, then ask again.
        case wait(Duration)
        /// Say why it stays down, wait this long, then ask again.
        case hold(PrivateServerEvent.HoldReason, again: Duration)
    }

    private let policy: PrivateServerPolicy
    /// When it died, oldest first, as far back as the window reaches; never more than `deathsMax`.
    private var deaths: [Instant] = []

    init(policy: PrivateServerPolicy) { self.policy = policy }

    /// The server ended by itself.
    mutating func died(at now: Instant) {
        deaths.append(now)
        if deaths.count > policy.deathsMax { deaths.removeFirst() }
    }

    /// May it be started, with this much space free on its disk?
    mutating func next(freeBytes: UInt64, at now: Instant) -> Directive {
        deaths.removeAll { now - $0 > policy.deathsWindow }
        guard freeBytes >= policy.freeBytesFloor else {
            return .hold(
                .diskNearlyFull(freeBytes: freeBytes, floorBytes: policy.freeBytesFloor), again: policy.holdCheck)
        }
        guard deaths.count < policy.deathsMax else {
            return .hold(.diesTooOften(deaths: deaths.count, within: policy.deathsWindow), again: policy.holdCheck)
        }
        guard let last = deaths.last else { return .start }
        let rest = pause - (now - last)
        return rest > .zero ? .wait(rest) : .start
    }

    /// The pause after as many deaths as are remembered.
    private var pause: Duration {
        let doubled = policy.pauseFirst * (1 << (deaths.count - 1))
        return min(doubled, policy.pauseMax)
    }
}
