import AsteriskLink
import AsteriskTestKit
import NIOCore
import NIOPosix
import Ports
import TestSupport
import Vocabulary
import Wire

/// A running client of a test, and waiting for what it tells.
struct LinkedClient: Sendable {
    struct NeverCame: Error {
        let what: String
        let seen: AsteriskSituation
        /// The last words of Asterisk's log, where the test has one of its own.
        var log = ""
    }

    /// How long a test waits for a state that must come.
    static let patience = Duration.seconds(30)

    let client: any AsteriskPort

    /// Runs `body` with a client of `instance` that runs, whatever its situation.
    @discardableResult
    static func with<T: Sendable>(
        _ instance: AsteriskInstance, secret: String = AsteriskFiles.managerSecret, previousSecret: String? = nil,
        _ body: @Sendable (LinkedClient) async throws -> T
    ) async throws -> T {
        let endpoint = AsteriskEndpoint(
            host: instance.place.host, port: Int(instance.place.managerPort), user: AsteriskFiles.managerUser,
            secret: secret, previousSecret: previousSecret)
        let client = AsteriskClient(
            endpoint: endpoint, group: MultiThreadedEventLoopGroup.singleton, clock: TestClock(),
            logger: RunningService.quietLogger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await client.run() }
            let outcome: Result<T, any Error>
            do { outcome = .success(try await body(LinkedClient(client: client))) } catch { outcome = .failure(error) }
            tasks.cancelAll()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// Runs `body` with an Asterisk of its own and a client that may give orders.
    @discardableResult
    static func running<T: Sendable>(
        prepare: @Sendable (AsteriskInstance) throws -> Void = { _ in },
        _ body: @Sendable (LinkedClient, AsteriskInstance) async throws -> T
    ) async throws -> T {
        try await AsteriskInstance.with(prepare: prepare) { instance in
            try await with(instance) { manager in
                do {
                    try await manager.becomes { $0 == .running }
                    return try await body(manager, instance)
                } catch var failure as NeverCame {
                    failure.log = instance.log
                    throw failure
                }
            }
        }
    }

    /// Returns as soon as the situation is one that `fits`.
    @discardableResult
    func becomes(_ fits: @escaping @Sendable (AsteriskSituation) -> Bool) async throws -> AsteriskSituation {
        let event = try await event("a situation") { event in
            if case .situation(let situation) = event { fits(situation) } else { false }
        }
        guard case .situation(let situation) = event else {
            throw NeverCame(what: "a situation", seen: client.situation)
        }
        return situation
    }

    /// The first event that `fits`, from now on or from `stream`'s beginning.
    func event(
        _ what: String, in stream: AsyncStream<AsteriskEvent>? = nil,
        _ fits: @escaping @Sendable (AsteriskEvent) -> Bool
    ) async throws -> AsteriskEvent {
        let stream = stream ?? client.events()
        let found = await withTaskGroup(of: AsteriskEvent?.self) { tasks in
            tasks.addTask { await stream.first { fits($0) } }
            tasks.addTask {
                try? await TestClock().sleep(for: Self.patience)
                return nil
            }
            defer { tasks.cancelAll() }
            return await tasks.next() ?? nil
        }
        guard let found else { throw NeverCame(what: what, seen: client.situation) }
        return found
    }
}
