import Vocabulary

/// How far the peer's wall clock is from this node's.
struct ClockComparison: Sendable, Hashable {
    /// A new difference is shown only when it moved by this many seconds, or by a tenth where that is more.
    private static let steps: Int64 = 5
    /// Clocks outside of 1970 to 2112 are taken for its ends, so that no number from outside can overflow.
    private static let sane: ClosedRange<Int64> = 0...(1 << 52)

    /// The peer's clock minus this node's.
    private(set) var offset: Duration = .zero
    /// The difference in whole seconds while it is beyond the limit.
    private(set) var apartSeconds: Int?

    /// Learns from a heartbeat: `echoed` is the moment this node sent what the peer echoes, where it is known.
    ///
    /// With an echo the travel time cancels out, as in NTP; without one it is part of the error, which is far below
    /// any sensible limit.
    mutating func learn(
        sentAt theirs: WallTime, receivedAt ours: WallTime, echoed: WallTime?, held: Duration, limit: Duration
    ) {
        let theirs = WallTime(microseconds: min(max(theirs.rawValue, Self.sane.lowerBound), Self.sane.upperBound))
        let back = theirs - ours
        if let echoed {
            let there = theirs - echoed - held
            offset = (there + back) / 2
        } else {
            offset = back
        }
        let distance = offset < .zero ? .zero - offset : offset
        judge(seconds: distance.components.seconds, beyond: distance > limit, near: distance < limit * 9 / 10)
    }

    private mutating func judge(seconds: Int64, beyond: Bool, near: Bool) {
        guard let shown = apartSeconds else {
            apartSeconds = beyond ? Int(seconds) : nil
            return
        }
        let step = max(Self.steps, Int64(shown) / 10)
        if near {
            apartSeconds = nil
        } else if abs(seconds - Int64(shown)) >= step {
            apartSeconds = Int(seconds)
        }
    }
}
