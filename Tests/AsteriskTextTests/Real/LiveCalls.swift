import AsteriskLink
import AsteriskTestKit
import HostSystem
import MariaStore
import NodeServices
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary

/// The service of call records between a house's real Asterisk and a real MariaDB, as a daemon runs it.
struct LiveCalls: Sendable {
    struct NeverCame: Error {
        let what: String
        let calls: [CallReport]
        let log: String
    }

    private static let patience = Duration.seconds(40)

    let house: TestHouse
    let store: MariaCallStore

    /// A fresh database, and no service yet.
    init(_ house: TestHouse) throws {
        self.house = house
        store = MariaCallStore(endpoint: try TestHouse.freshDatabase())
    }

    /// Runs a daemon's service during `body`; afterwards it is gone, as after a kill.
    func daemon(_ body: () async throws -> Void) async throws {
        let clock = SystemClock()
        let board = NodeBoard(mode: .secondary)
        board.change { content in
            content.isPrepared = true
            content.feed.life = FeedLife(
                memory: FeedMemory(incarnation: Incarnation(rawValue: 7), head: .start), superseded: nil,
                suspectAbove: nil)
        }
        let (folder, store) = (CallFolder(folder: house.node.folder + "/log"), store)
        try await house.daemon(
            { client in
                CallService(
                    asterisk: client, files: folder, store: store, board: board, clock: clock, hasPeer: false,
                    logger: RunningService.quietLogger)
            }, body)
    }

    /// The records, oldest first, once they are as wanted.
    @discardableResult
    func records(_ what: String, _ holds: ([CallReport]) -> Bool) async throws -> [CallReport] {
        let clock = SystemClock()
        let end = clock.now() + Self.patience
        var calls: [CallReport] = []
        while clock.now() < end {
            calls = try await store.calls(CallQuery(limit: 1_000)).reversed()
            if holds(calls) { return calls }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw NeverCame(what: what, calls: calls, log: house.node.log)
    }

    /// Waits until legs are open as wanted.
    func open(_ what: String, _ holds: (CallReading) -> Bool) async throws {
        let clock = SystemClock()
        let end = clock.now() + Self.patience
        while clock.now() < end {
            if holds(try await store.reading()) { return }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw NeverCame(what: what, calls: [], log: house.node.log)
    }
}
