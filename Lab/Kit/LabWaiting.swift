import Vocabulary

/// Waits for real things by looking again and again, always with a limit.
package enum LabWaiting {
    /// Between two looks.
    private static let pause = Duration.milliseconds(30)

    /// Looks until `look` finds something.
    ///
    /// - Parameters:
    ///   - what: what is waited for, for the failure's words.
    ///   - seen: the state of things, for the failure's words.
    @discardableResult
    package static func find<T>(
        _ what: String, within limit: Duration, seen: () async -> String = { "nothing" },
        _ look: () async throws -> T?
    ) async throws -> T {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while true {
            if let found = try await look() { return found }
            guard clock.now < end else {
                throw LabFailure.neverCame(what, seconds: limit.inSeconds, seen: await seen())
            }
            try await Task.sleep(for: pause)
        }
    }

    /// Looks until `condition` holds; gives how long that took.
    @discardableResult
    package static func until(
        _ what: String, within limit: Duration, seen: () async -> String = { "nothing" },
        _ condition: () async throws -> Bool
    ) async throws -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        try await find(what, within: limit, seen: seen) { try await condition() ? true : nil }
        return clock.now - start
    }

    /// Lets `period` pass, where nothing may happen meanwhile.
    package static func pass(_ period: Duration) async throws { try await Task.sleep(for: period) }
}
