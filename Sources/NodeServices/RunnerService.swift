import ServiceLifecycle

/// Something that runs until it is cancelled, as a service.
package struct RunnerService: Service {
    private let body: @Sendable () async throws -> Void

    package init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }

    package func run() async throws {
        try await cancelWhenGracefulShutdown(body)
    }
}
