import Vocabulary

/// One probed path: what its probes found, and what may be concluded from it.
struct PathMachine: Sendable, Hashable {
    /// The longest error text that is kept, in characters.
    static let wordsMax = 300

    private(set) var status = PathStatus()
    private(set) var lastSuccessAt: Instant?
    /// Since when every probe has failed.
    private(set) var failingSince: Instant?
    /// When a probe last showed that the host is there.
    private(set) var hostProvedAt: Instant?
    private(set) var lastOutcomeAt: Instant?
    private var failuresInRow = 0

    /// Why the path fails now; nil where the last probe succeeded.
    var failure: PathFailure? { failingSince == nil ? nil : status.lastError }

    /// A probe ended. Silence must repeat itself before the path is down; a refusal need not.
    mutating func probed(_ outcome: ProbeOutcome, silentUntilDown: Int, at now: Instant, wall: WallTime) {
        lastOutcomeAt = now
        if outcome.provesHost { hostProvedAt = now }
        switch outcome {
        case .success(let roundTrip): succeeded(roundTrip, at: now, wall: wall)
        case .failure(let failure, let words): failed(failure, words, silentUntilDown, at: now, wall: wall)
        }
    }

    /// A failure that may be this node's own fault: told to people, not counted.
    mutating func excused(_ failure: PathFailure, words: String, wall: WallTime) {
        note(failure, words, wall)
    }

    /// Forgets a state that no probe has confirmed for `stale`; true where it does.
    mutating func tick(at now: Instant, stale: Duration) -> Bool {
        guard status.state != .unknown, let last = lastOutcomeAt, now - last >= stale else { return false }
        status.state = .unknown
        failingSince = nil
        failuresInRow = 0
        return true
    }

    private mutating func succeeded(_ roundTrip: Duration, at now: Instant, wall: WallTime) {
        lastSuccessAt = now
        failingSince = nil
        failuresInRow = 0
        status.smooth(roundTrip)
        status.lastSuccess = wall
        status.state = .up
    }

    private mutating func failed(
        _ failure: PathFailure, _ words: String, _ silentUntilDown: Int, at now: Instant, wall: WallTime
    ) {
        failingSince = failingSince ?? now
        failuresInRow += 1
        note(failure, words, wall)
        let certain = failure.provesHost || failuresInRow >= silentUntilDown
        status.state = certain || status.state == .down ? .down : .suspect
    }

    private mutating func note(_ failure: PathFailure, _ words: String, _ wall: WallTime) {
        status.lastFailure = wall
        status.lastError = failure
        status.lastErrorWords = String(words.prefix(Self.wordsMax))
    }
}
