/// The pauses between tries: each twice the one before, up to a ceiling, and each shortened by chance, so that two
/// nodes that lost each other do not knock in step for ever.
struct Backoff: Sendable {
    static let floor = Duration.milliseconds(100)
    static let ceiling = Duration.seconds(2)

    private var next = Backoff.floor

    /// The pause before the next try: between half and all of the current step.
    mutating func pause() -> Duration {
        let step = next
        next = min(next * 2, Self.ceiling)
        return step * Double.random(in: 0.5...1)
    }

    /// A try succeeded: the next pause is short again.
    mutating func succeeded() { next = Self.floor }
}
