import Vocabulary

/// Waits for real servers by looking again and again.
package enum Waiting {
    /// Between two looks.
    package static let pause = Duration.milliseconds(100)

    /// Looks until `look` finds something, and gives how long that took with what was found.
    ///
    /// - Parameters:
    ///   - what: what is waited for, for the failure's words.
    ///   - limit: how long at most.
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
                throw LiveFailure.neverCame(what: what, seconds: limit.inSeconds, seen: await seen())
            }
            try await Task.sleep(for: pause)
        }
    }

    /// Looks until `condition` holds.
    package static func until(
        _ what: String, within limit: Duration, seen: () async -> String = { "nothing" },
        _ condition: () async throws -> Bool
    ) async throws {
        try await find(what, within: limit, seen: seen) { try await condition() ? true : nil }
    }

    /// Lets `period` pass, for tests in which nothing may happen meanwhile.
    package static func pass(_ period: Duration) async throws { try await Task.sleep(for: period) }
}
