import Logging
import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary

@testable import NodeServices

/// A Secondary that copies from a Primary, pass by pass; both databases live in memory, and time is moved by hand.
struct CopyScene {
    static let rooms = ItemDefinition(
        name: ItemName(literal: "rooms"), rule: .owned(.configuration),
        tables: [.init(name: MemoryDatabase.table("rooms"))], isEnabled: true, isBuiltIn: false,
        afterChange: ["reload", "rooms"])
    static let notes = ItemDefinition(
        name: ItemName(literal: "notes"), rule: .newestWins,
        tables: [.init(name: MemoryDatabase.table("notes"))], isEnabled: true, isBuiltIn: false)
    static let both = ItemDefinition(
        name: ItemName(literal: "both"), rule: .newestWins,
        tables: ["left", "right"].map { .init(name: MemoryDatabase.table($0)) }, isEnabled: true, isBuiltIn: false)

    let here = MemoryDatabase(.secondary, incarnation: Incarnation(rawValue: 2))
    let there = MemoryDatabase(.primary, incarnation: Incarnation(rawValue: 1))
    let board = NodeBoard(mode: .secondary)
    let clock = HastyClock()
    let space = MemoryFreeSpace(available: 1 << 40)
    let commands = MemoryCommands()
    let feed: MemoryPeerFeed
    let service: CopyService
    let arrivals: ArrivalService
    var desk: CopyDesk
    private var sequence: UInt64 = 0
    private var machine: PeerMachine

    /// Two nodes with the same two empty tables, captured on both, which see each other.
    init(settings: CopyServiceSettings = CopyServiceSettings()) async throws {
        let feed = MemoryPeerFeed(there)
        arrivals = ArrivalService(commands: commands, board: board, clock: clock, logger: RunningService.quietLogger)
        service = CopyService(
            peer: feed, store: MemoryReplicaStore(here), source: MemoryFeedSource(here),
            control: MemoryControlPort(answering: AcknowledgingPeer(), clock: clock), space: space, board: board,
            clock: clock,
            arrivals: arrivals, settings: settings, logger: RunningService.quietLogger)
        self.feed = feed
        desk = CopyDesk(service: service)
        machine = PeerMachine(
            ownMode: .secondary, ownBoot: BootID(rawValue: 9), standing: .active, timings: PeerTimings(),
            startedAt: clock.now())
        for database in [here, there] {
            database.create("rooms", columns: ["id", "name"], in: Self.rooms)
            database.create("notes", columns: ["id", "text"], in: Self.notes)
            _ = try await MemoryFeedSource(database).arrangeCapture()
        }
        board.change { $0.isDatabaseUp = true }
        await hear()
    }

    /// A scene that has, besides, an item of two tables.
    static func withTwoTablesInOneItem() async throws -> CopyScene {
        let scene = try await CopyScene()
        for database in [scene.here, scene.there] {
            for table in both.tables { database.create(table.name.name, columns: ["id", "v"], in: both) }
            _ = try await MemoryFeedSource(database).arrangeCapture()
        }
        return scene
    }

    /// The peer's heartbeat arrives: what it says of its feed is what its database holds, unless `change` bends it.
    mutating func hear(_ change: (inout HeartbeatFacts) -> Void = { _ in }) async {
        let (theirs, ours) = (there.now, here.now)
        let settled = try? await MemoryFeedSource(there).drawQuietly()
        sequence += 1
        var facts = HeartbeatFacts(
            sender: .primary, boot: BootID(rawValue: 8), sequence: sequence, sentAt: clock.wallTime(),
            nodeIdentity: 5, incarnation: theirs.incarnation, feedHead: theirs.head,
            settledHead: FeedPosition(rawValue: (settled?.rawValue ?? 1) - 1), acknowledged: .start,
            configuration: .first(of: .configuration), guest: .first(of: .guest), echo: nil,
            remembered: FeedMark(incarnation: ours.incarnation, head: ours.head),
            health: .init(databaseUp: true, asteriskConfigured: false, asteriskUp: false), softwareVersion: "1")
        change(&facts)
        _ = machine.heard(facts, at: clock.now(), wall: clock.wallTime())
        let life = try? await MemoryFeedSource(here).life()
        board.change { content in
            content.peer = machine
            content.scopes = ours.scopes
            content.items = ours.items
            content.feed.life = life
        }
    }

    /// Hears the peer, then copies; as often as is said, each time some seconds later.
    mutating func pass(_ times: Int = 1) async {
        for _ in 0..<times {
            clock.advance(by: .seconds(6))
            await hear()
            await desk.pass()
        }
    }

    /// The peer has durably read everything that was written here.
    func isReadByPeer() {
        let ours = here.now
        there.change { state in
            for table in [Self.rooms, Self.notes].flatMap(\.tables).map(\.name) {
                state.cursors[table] = ours.head
                state.cursorLife[table] = ours.incarnation
            }
        }
    }

    func state(_ item: ItemDefinition) -> ItemStanding.State? { board.read { $0.standings[item.name]?.state } }

    func record(_ item: ItemDefinition) -> CopyRecord { here.now.records[item.name] ?? CopyRecord() }

    /// What was decided, newest first.
    var decisions: [String] { board.read { $0.decisions }.newest(100).map(\.decision) }
}
