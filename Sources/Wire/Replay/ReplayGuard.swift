import Vocabulary

/// Tells a living peer from a recording of it.
///
/// The signature shows who wrote a datagram, not when. Two rules close the gap: within one run of the peer's daemon
/// every sequence number counts once, and a run counts at all only after it echoed a heartbeat that this run of ours
/// sent a moment ago, which no recording of an earlier run can contain.
package struct ReplayGuard: Sendable, Hashable {
    /// How many of our latest heartbeats an echo may name to prove its sender alive: a minute of idle traffic.
    package static let proofSpan: UInt64 = 256
    /// How many runs of the peer are remembered; the one heard longest ago makes room. A forgotten run must
    /// prove itself again.
    package static let runsMax = 8

    private let ownBoot: BootID
    private var newestSent: UInt64?
    /// Proven runs, the one heard last at the end.
    private var runs: [Run] = []

    private struct Run: Sendable, Hashable {
        let boot: BootID
        var window: SequenceWindow
    }

    package init(ownBoot: BootID) { self.ownBoot = ownBoot }

    /// This node sent its heartbeat `sequence`.
    package mutating func sent(_ sequence: UInt64) { newestSent = max(newestSent ?? 0, sequence) }

    /// An authentic heartbeat arrived.
    package mutating func heard(
        boot: BootID, sequence: UInt64, echo: HeartbeatMessage.Echo?
    ) -> ReplayVerdict {
        if let index = runs.firstIndex(where: { $0.boot == boot }) { return heardAgain(at: index, sequence) }
        guard let echo, proves(echo) else { return .unproven }
        if runs.count == Self.runsMax { runs.removeFirst() }
        runs.append(Run(boot: boot, window: SequenceWindow(first: sequence)))
        return .accepted(fresh: true)
    }

    private mutating func heardAgain(at index: Int, _ sequence: UInt64) -> ReplayVerdict {
        let place = runs[index].window.place(of: sequence)
        guard place != .seen else { return .replayed }
        var run = runs.remove(at: index)
        run.window.note(sequence)
        runs.append(run)
        return .accepted(fresh: place == .newest)
    }

    private func proves(_ echo: HeartbeatMessage.Echo) -> Bool {
        guard let newestSent, echo.boot == ownBoot, echo.sequence <= newestSent else { return false }
        return newestSent - echo.sequence < Self.proofSpan
    }
}
