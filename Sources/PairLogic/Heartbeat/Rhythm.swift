import Vocabulary

/// The learned interval between heartbeats: a running mean and mean deviation, as TCP learns a round trip.
struct Rhythm: Sendable, Hashable {
    /// How much of an estimate one heartbeat replaces: a sixteenth, so that about four seconds are remembered.
    private static let weight: Int64 = 16

    private var mean: Int64
    private var deviation: Int64 = 0

    init(expecting interval: Duration) { mean = interval.nanoseconds }

    /// A heartbeat came `interval` after the one before it.
    mutating func came(after interval: Duration) {
        let error = interval.nanoseconds - mean
        mean += error / Self.weight
        deviation += (abs(error) - deviation) / Self.weight
    }

    /// How long a silence is still punctual: never below `floor` and never above `ceiling`.
    func patience(deviations: Int, floor: Duration, ceiling: Duration) -> Duration {
        min(ceiling, max(floor, .nanoseconds(mean + Int64(deviations) * deviation)))
    }
}
