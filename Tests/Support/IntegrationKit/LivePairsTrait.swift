import Testing

/// Limits how many pairs of a suite, with all suites nested in it, live at once: `@Suite(.livePairs(2)) struct …`.
package struct LivePairsTrait: SuiteTrait, TestScoping {
    let count: Int

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await LiveSlots.$shared.withValue(LiveSlots(count)) { try await function() }
    }
}

extension Trait where Self == LivePairsTrait {
    /// At most so many pairs at once.
    package static func livePairs(_ count: Int) -> Self { Self(count: count) }
}
