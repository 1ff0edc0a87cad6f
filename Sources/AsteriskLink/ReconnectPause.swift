import Wire

/// The pauses between tries to reach Asterisk: each twice the one before up to a ceiling, shortened by chance. One that
/// refuses the secret is asked seldom: its guards would lock us out.
struct ReconnectPause: Sendable {
    static let floor = Duration.milliseconds(100)
    static let ceiling = Duration.seconds(2)
    static let afterRefusal = Duration.seconds(10)

    private var next = ReconnectPause.floor

    /// The pause before the next try: between half and all of the current step.
    ///
    /// - Parameter triesAnother: whether the next try is by another secret, which nobody has refused.
    mutating func pause(after failure: AMIFailure, triesAnother: Bool = false) -> Duration {
        if case .loginRefused = failure, !triesAnother { return Self.afterRefusal * Double.random(in: 0.5...1) }
        let step = next
        next = min(next * 2, Self.ceiling)
        return step * Double.random(in: 0.5...1)
    }

    /// A session was opened: the next pause is short again.
    mutating func succeeded() { next = Self.floor }
}
