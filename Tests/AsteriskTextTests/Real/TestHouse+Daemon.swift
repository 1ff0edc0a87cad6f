import AsteriskLink
import AsteriskTestKit
import HostSystem
import MariaStore
import MariaTestKit
import NIOPosix
import NodeServices
import Ports
import ReplicaLogic
import ServiceLifecycle
import TestSupport
import Vocabulary

/// What a daemon of the Secondary has behind a house: an empty database, and services that run and are gone again.
extension TestHouse {
    /// Makes a throwaway server's database anew; gives the way into it.
    static func freshDatabase() throws -> MariaEndpoint {
        let session = try ThrowawayServer.current.sessionWithoutNode()
        try SchemaMigrator().migrate(session)
        try FeedLifeTable(session: session).prepare(mode: .secondary, incarnation: Incarnation(rawValue: 7))
        return ThrowawayServer.current.administrator
    }

    /// Runs a daemon's service, with its way to this house's Asterisk, during `body`; afterwards it is gone, as after a
    /// kill.
    func daemon(_ service: (AsteriskClient) -> any Service, _ body: () async throws -> Void) async throws {
        let place = node.place
        let client = AsteriskClient(
            endpoint: AsteriskEndpoint(
                host: place.host, port: Int(place.managerPort), user: AsteriskFiles.managerUser,
                secret: AsteriskFiles.managerSecret),
            group: MultiThreadedEventLoopGroup.singleton, clock: SystemClock(), logger: RunningService.quietLogger)
        let service = service(client)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await client.run() }
            tasks.addTask {
                do { try await service.run() } catch is CancellationError {}
            }
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            tasks.cancelAll()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }
}
