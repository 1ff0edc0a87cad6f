import AsteriskText
import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// What the tables say of the house is in Asterisk's database soon, and again after it died.
@Suite struct HouseStateDeskTests {
    private let asterisk = MemoryAsterisk()
    private let store = MemoryHouseState()
    private let board = NodeBoard(mode: .secondary)
    private let clock = MemoryClock()

    init() {
        store.withState { state in
            state.rows.rooms = ["101", "102"]
            state.rows.stays = [.init(room: "101", lastName: "Lee")]
        }
        board.change {
            $0.scopes = [ScopeReport(scope: .guest, owner: .secondary, epoch: Epoch(rawValue: 1))]
        }
    }

    private func desk() -> HouseStateDesk {
        HouseStateDesk(
            service: HouseStateService(
                asterisk: asterisk, store: store, board: board, clock: clock, logger: RunningService.quietLogger))
    }

    /// All that Asterisk's database holds in the families of the state.
    private func held() async throws -> [String: String] {
        var held: [String: String] = [:]
        for family in StateKey.pushedFamilies {
            for entry in try await asterisk.entries(family: family) {
                held["\(entry.family)/\(entry.key)"] = entry.value
            }
        }
        return held
    }

    private static let lee = [
        "owner/guest": "secondary", "room/101/name": "Lee", "room/101/class": "2", "room/101/box": "open",
    ]

    /// A row came by the feed, from here or from the peer.
    private func arrive(_ change: (inout HouseStateRows) -> Void, from peer: Bool = false) {
        store.withState { state in
            var rows = state.rows
            change(&rows)
            state.rows = rows
        }
        board.change { content in
            if peer {
                content.standings[ItemName(literal: "stays"), default: ItemStanding()].rowsApplied += 1
            } else {
                content.feed.head = FeedPosition(rawValue: content.feed.head.rawValue + 1)
            }
        }
    }

    @Test func `an arrival is told at once, a departure taken away, whoever wrote it`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        #expect(try await held() == Self.lee)
        arrive { $0.stays = [] }
        await desk.look(asteriskIsNew: false)
        #expect(try await held() == ["owner/guest": "secondary"])
        arrive({ $0.undisturbedRooms = ["102"] }, from: true)
        await desk.look(asteriskIsNew: false)
        #expect(try await held() == ["owner/guest": "secondary", "room/102/dnd": "on"])
        #expect(board.read { $0.warnings["room-state"] } == nil)
    }

    @Test func `without news nothing is read, but for a look every few seconds`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        await desk.look(asteriskIsNew: false)
        #expect(store.withState { $0.reads } == 1)
        store.withState { $0.rows.stays = [] }
        clock.advance(by: HouseStateDesk.readEvery)
        await desk.look(asteriskIsNew: false)
        #expect(try await held() == ["owner/guest": "secondary"], "also an item that is switched off comes here")
    }

    @Test func `an Asterisk that forgot the newest is told again, and keeps nothing that is gone`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        asterisk.become(.unreachable("killed"))
        arrive { $0.rooms = ["102"] }
        await desk.look(asteriskIsNew: true)
        asterisk.become(.running)
        try await asterisk.remove(family: "room/101", key: "class")
        try await asterisk.put([AsteriskEntry(family: "room/7", key: "name", value: "Nobody")])
        try await asterisk.put([AsteriskEntry(family: "room/7", key: "note", value: "an administrator's own")])
        await desk.look(asteriskIsNew: true)
        #expect(try await held() == ["owner/guest": "secondary", "room/7/note": "an administrator's own"])
    }

    @Test func `what reached into Asterisk's database is put right in a minute`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        try await asterisk.put([AsteriskEntry(family: "room/101", key: "name", value: "Mallory")])
        await desk.look(asteriskIsNew: false)
        #expect(try await held()["room/101/name"] == "Mallory")
        clock.advance(by: HouseStateDesk.compareEvery)
        await desk.look(asteriskIsNew: false)
        #expect(try await held() == Self.lee)
    }

    @Test func `while the database is away Asterisk is told what was read last`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        store.withState { $0.answers = false }
        asterisk.become(.booting)
        await desk.look(asteriskIsNew: true)
        asterisk.become(.running)
        try await asterisk.removeTree(family: "room")
        clock.advance(by: HouseStateDesk.readEvery)
        await desk.look(asteriskIsNew: true)
        #expect(try await held() == Self.lee)
    }

    @Test func `before anything was read nothing is touched`() async throws {
        store.withState { $0.answers = false }
        try await asterisk.put([AsteriskEntry(family: "room/101", key: "name", value: "of yesterday")])
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        #expect(try await held() == ["room/101/name": "of yesterday"])
    }

    @Test func `a takeover is told at once`() async throws {
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        board.change { $0.scopes = [ScopeReport(scope: .guest, owner: .primary, epoch: Epoch(rawValue: 2))] }
        await desk.look(asteriskIsNew: false)
        #expect(try await held()["owner/guest"] == "primary")
    }

    @Test func `the board knows in which languages guests are spoken to`() async throws {
        store.withState { $0.rows.stays = [.init(room: "101", lastName: "Lee", language: "fr")] }
        var desk = desk()
        await desk.look(asteriskIsNew: true)
        #expect(board.read { $0.languages }.language(of: WakeUpPlace(try RoomNumber("101"))) == "fr")
    }
}
