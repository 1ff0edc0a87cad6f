import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary

@testable import NodeServices

/// The source's side of a Primary, with its database in memory and a clock that a test moves.
struct FeedScene {
    struct NeverCame: Error {
        let what: String
    }

    let database = MemoryDatabase(.primary, incarnation: Incarnation(rawValue: 1))
    let board = NodeBoard(mode: .primary)
    let clock = MemoryClock()
    let service: FeedService
    /// Rung when somebody committed.
    let commits = Bell()

    init() {
        var settings = FeedServiceSettings()
        settings.tombstoneAge = .seconds(3_600)
        service = FeedService(
            source: MemoryFeedSource(database), board: board, clock: clock, identity: MemoryIdentity(first: 500),
            commits: { [rings = commits.rings] in rings }, settings: settings, logger: RunningService.quietLogger)
        database.create("rooms", columns: ["id", "name"], in: CopyScene.rooms)
        database.create("notes", columns: ["id", "text"], in: CopyScene.notes)
        board.change { $0.isPrepared = true }
    }

    /// Runs the service while `body` watches.
    func run(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            group.cancelAll()
            commits.end()
            try await group.waitForAll()
            try outcome.get()
        }
    }

    /// Lets time pass in small steps until `condition` holds.
    func until(_ what: String, step: Duration = .milliseconds(20), _ condition: () -> Bool) async throws {
        for _ in 0..<20_000 {
            if condition() { return }
            clock.advance(by: step)
            for _ in 0..<10 { await Task.yield() }
        }
        throw NeverCame(what: what)
    }

    /// The peer says so in its heartbeat; what is left out is as if all were well.
    func hear(_ change: (inout HeartbeatFacts) -> Void = { _ in }) {
        var facts = HeartbeatFacts(
            sender: .secondary, boot: BootID(rawValue: 8), sequence: 1, sentAt: clock.wallTime(), nodeIdentity: 5,
            incarnation: Incarnation(rawValue: 2), feedHead: FeedPosition(rawValue: 10),
            settledHead: FeedPosition(rawValue: 10), acknowledged: FeedPosition(rawValue: 5_000),
            configuration: .first(of: .configuration), guest: .first(of: .guest), echo: nil,
            remembered: FeedMark(incarnation: database.now.incarnation, head: .start),
            health: .init(databaseUp: true, asteriskConfigured: false, asteriskUp: false), softwareVersion: "1")
        change(&facts)
        var machine = PeerMachine(
            ownMode: .primary, ownBoot: BootID(rawValue: 9), standing: .active, timings: PeerTimings(),
            startedAt: clock.now())
        _ = machine.heard(facts, at: clock.now(), wall: clock.wallTime())
        board.change { $0.peer = machine }
    }
}
