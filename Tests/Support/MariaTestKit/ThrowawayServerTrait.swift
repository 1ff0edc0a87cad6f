import Foundation
import Testing

/// Gives a suite, with all suites nested in it, one throwaway server: `@Suite(.throwawayServer) struct …`.
package struct ThrowawayServerTrait: SuiteTrait, TestScoping {
    let isEncrypted: Bool

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let folder = ThrowawayServer.freshFolder() + "-certificates"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = isEncrypted ? try await ThrowawayCertificates(in: folder, addresses: ["127.0.0.1"]) : nil
        try await ThrowawayServer.with(certificates: made?.certificates, bindAddress: "127.0.0.1,127.0.0.2") { server in
            try await ThrowawayServer.$shared.withValue(server) { try await function() }
        }
    }
}

extension Trait where Self == ThrowawayServerTrait {
    /// A server without TLS.
    package static var throwawayServer: Self { Self(isEncrypted: false) }

    /// A server with TLS and a certificate for 127.0.0.1.
    package static var throwawayEncryptedServer: Self { Self(isEncrypted: true) }
}

extension ThrowawayServer {
    /// The server of the suite that the running test belongs to.
    @TaskLocal package static var shared: ThrowawayServer?

    /// The server of the suite; a test outside such a suite is a mistake.
    package static var current: ThrowawayServer {
        guard let shared else { preconditionFailure("the suite has no trait .throwawayServer") }
        return shared
    }
}
