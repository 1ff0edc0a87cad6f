import AsteriskLink
import AsteriskTestKit
import HostSystem
import Logging
import NIOPosix
import NodeServices
import Ports
import TestSupport
import Vocabulary

/// A real Asterisk and this node's session with it, as the services of a daemon have them.
struct LiveAsterisk: Sendable {
    struct NeverCame: Error {
        let what: String
        let log: String
    }

    /// How long a test waits for a state that must come.
    static let patience = Duration.seconds(30)
    private static let lookEvery = Duration.milliseconds(20)

    let instance: AsteriskInstance
    let client: AsteriskClient
    let board: NodeBoard
    let clock = SystemClock()

    /// Runs `body` with an Asterisk of its own and a session that may give orders.
    static func with(
        mode: Mode = .primary, prepare: @Sendable (AsteriskInstance) throws -> Void = { _ in },
        _ body: @Sendable (LiveAsterisk) async throws -> Void
    ) async throws {
        try await AsteriskInstance.with(systemName: mode.rawValue, prepare: prepare) { instance in
            let endpoint = AsteriskEndpoint(
                host: instance.place.host, port: Int(instance.place.managerPort), user: AsteriskFiles.managerUser,
                secret: AsteriskFiles.managerSecret)
            let client = AsteriskClient(
                endpoint: endpoint, group: MultiThreadedEventLoopGroup.singleton, clock: SystemClock(),
                logger: RunningService.quietLogger)
            let board = NodeBoard(mode: mode)
            board.change { content in
                content.isPrepared = true
                content.scopes = [ScopeReport(scope: .guest, owner: .secondary, epoch: Epoch(rawValue: 1))]
            }
            let live = LiveAsterisk(instance: instance, client: client, board: board)
            try await live.during({ await client.run() }) {
                try await live.until("a session") { live.client.situation == .running }
                try await body(live)
            }
        }
    }

    /// Does `work` while `body` runs, and ends it then.
    func during(
        _ work: @escaping @Sendable () async throws -> Void, _ body: () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                do { try await work() } catch is CancellationError {}
            }
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            tasks.cancelAll()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }

    /// Returns once something holds; while Asterisk cannot be asked it does not.
    func until(_ what: String, _ holds: () async throws -> Bool) async throws {
        let end = clock.now() + Self.patience
        while clock.now() < end {
            do {
                if try await holds() { return }
            } catch is AsteriskFailure {}
            try await clock.sleep(for: Self.lookEvery)
        }
        throw NeverCame(what: what, log: instance.log)
    }

    /// Ends Asterisk as a power cut would, and starts it again.
    func killAndStart() async throws {
        instance.endAtOnce()
        try await until("the end of the session") { client.situation != .running }
        try await instance.start()
        try await until("another session") { client.situation == .running }
    }
}
