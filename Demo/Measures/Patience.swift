import Vocabulary

/// Waiting for something to come true, with a limit that has a name.
enum Patience {
    /// Between two looks.
    private static let look = Duration.milliseconds(20)

    /// Looks again and again until `look` gives a value; throws `neverCame` after the limit.
    @discardableResult
    static func until<T: Sendable>(
        _ what: String, within limit: Duration, every pause: Duration = look,
        _ look: @Sendable () async throws -> T?
    ) async throws -> T {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while true {
            if let value = try await look() { return value }
            guard clock.now < end else { throw DemoFailure.neverCame(what, limit: limit) }
            try? await Task.sleep(for: pause)
            try Task.checkCancellation()
        }
    }
}
