import MariaTestKit
import Testing

/// Gives a suite, with all suites nested in it, two throwaway servers: `@Suite(.copyServers) struct …`.
struct CopyServersTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await ThrowawayServer.with { primary in
            try await ThrowawayServer.with { secondary in
                try await CopyPair.$servers.withValue((primary, secondary)) { try await function() }
            }
        }
    }
}

extension Trait where Self == CopyServersTrait {
    static var copyServers: Self { Self() }
}
