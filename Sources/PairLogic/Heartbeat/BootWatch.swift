import Vocabulary

/// Tells a peer that was restarted from one that runs twice.
///
/// A restarted daemon never speaks under its old boot id again. Two daemons on copies of one disk do: an older id is
/// heard once more, and its echo names a heartbeat that this node sent after the newer id had appeared. No late
/// datagram can do that, nor one of an id that was never heard before.
struct BootWatch: Sendable, Hashable {
    /// How many runs of the peer are remembered.
    static let livesMax = 4

    enum Answer: Sendable, Hashable {
        /// The run heard before, or the first one.
        case same
        /// A run never heard before took over.
        case restarted(from: BootID)
        /// An older run proved to be alive beside a newer one.
        case clone(BootID, BootID)
        /// A last datagram of an older run that came late; it says nothing about now.
        case late
    }

    private struct Life: Sendable, Hashable {
        let boot: BootID
        let firstHeard: Instant
    }

    /// Oldest first.
    private var lives: [Life] = []
    /// The run heard last.
    private(set) var current: BootID?
    private(set) var clones: [BootID] = []
    private var cloneSeenAt: Instant?

    /// A heartbeat of run `boot` echoes what this node sent at `echoed`.
    mutating func heard(_ boot: BootID, echoed: Instant?, at now: Instant) -> Answer {
        guard let current else { return begin(boot, at: now, answer: .same) }
        guard boot != current else { return .same }
        let newest = lives[lives.count - 1].firstHeard
        guard lives.contains(where: { $0.boot == boot }) else {
            // A run that ended before its successor began, and of which nothing came in time, can have heard nothing
            // that this node sent after the successor was first heard.
            if let echoed, echoed <= newest { return .late }
            return begin(boot, at: now, answer: .restarted(from: current))
        }
        guard let echoed, echoed > newest else { return .late }
        self.current = boot
        cloneSeenAt = now
        clones = [boot, current].sorted { $0.rawValue < $1.rawValue }
        return .clone(clones[0], clones[1])
    }

    /// Forgets a clone that has been quiet for `memory`; true where it does.
    mutating func forget(after memory: Duration, at now: Instant) -> Bool {
        guard let seen = cloneSeenAt, now - seen >= memory else { return false }
        cloneSeenAt = nil
        clones = []
        return true
    }

    private mutating func begin(_ boot: BootID, at now: Instant, answer: Answer) -> Answer {
        if lives.count == Self.livesMax { lives.removeFirst() }
        lives.append(Life(boot: boot, firstHeard: now))
        current = boot
        return answer
    }
}
