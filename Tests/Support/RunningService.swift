import Logging
import ServiceLifecycle

/// Runs a service for the length of a test and shuts it down in good order afterwards.
package enum RunningService {
    /// `make` builds the service from the callback that it calls when it runs; `body` gets the callback's value.
    package static func run<Fact: Sendable, Value: Sendable>(
        _ make: (@escaping @Sendable (Fact) async -> Void) -> any Service,
        body: @Sendable (Fact) async throws -> Value
    ) async throws -> Value {
        let (facts, source) = AsyncStream<Fact>.makeStream()
        let group = ServiceGroup(
            configuration: .init(services: [make { source.yield($0) }], logger: quietLogger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { source.finish() }
                try await group.run()
            }
            guard let fact = await facts.first(where: { _ in true }) else {
                try await tasks.waitForAll()
                throw CancellationError()
            }
            let outcome = await outcome { try await body(fact) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// A logger that keeps the test's output clean.
    package static var quietLogger: Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }

    private static func outcome<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
