import AsteriskLink
import AsteriskTestKit
import AsteriskText
import HotelLogic
import NodeServices
import Ports
import TestSupport
import Testing
import Vocabulary

/// The state of a house in a real Asterisk's database.
@Suite(.serialized) struct HouseStateLiveTests {
    private static let rooms = 101...400

    /// A house that is full.
    private static func fullHouse() -> MemoryHouseState {
        let store = MemoryHouseState()
        store.withState { state in
            state.rows.rooms = rooms.map(String.init)
            state.rows.stays = rooms.map { .init(room: "\($0)", title: "Ms", lastName: "O'Hara \($0)") }
        }
        return store
    }

    /// What the database holds, by its paths.
    private static func held(_ live: LiveAsterisk) async throws -> [String: String] {
        var held: [String: String] = [:]
        for family in StateKey.pushedFamilies {
            for entry in try await live.client.entries(family: family) {
                held["\(entry.family)/\(entry.key)"] = entry.value
            }
        }
        return held
    }

    private static func wanted(_ store: MemoryHouseState) -> [String: String] {
        let rows = store.withState { $0.rows }
        let values = StateEntries(HouseState(rows, guestOwner: .secondary)).values
        return Dictionary(uniqueKeysWithValues: values.map { ("\($0.key.family)/\($0.key.key)", $0.value) })
    }

    private static func running(
        _ store: MemoryHouseState, _ body: @Sendable (LiveAsterisk) async throws -> Void
    ) async throws {
        try await LiveAsterisk.with { live in
            let service = HouseStateService(
                asterisk: live.client, store: store, board: live.board, clock: live.clock,
                logger: RunningService.quietLogger)
            try await live.during({ try await service.run() }) { try await body(live) }
        }
    }

    @Test func `a house's state outlives a restart of Asterisk, and what changed meanwhile is there`() async throws {
        let store = Self.fullHouse()
        try await Self.running(store) { live in
            try await live.until("the state") { try await Self.held(live) == Self.wanted(store) }
            #expect(Self.wanted(store).count == 3 * Self.rooms.count + 1)
            _ = try await live.instance.command("core restart now")
            try await live.until("the end of the session") { live.client.situation != .running }
            store.withState { state in
                state.rows.rooms.removeFirst()
                state.rows.undisturbedRooms = ["202"]
            }
            try await live.until("another session") { live.client.situation == .running }
            try await live.until("the state again") { try await Self.held(live) == Self.wanted(store) }
            #expect(try await live.client.entries(family: "room/101").isEmpty)
        }
    }

    @Test func `an Asterisk that is killed right after a change has the change when it is back`() async throws {
        let store = Self.fullHouse()
        try await Self.running(store) { live in
            try await live.until("the state") { try await Self.held(live) == Self.wanted(store) }
            store.withState { $0.rows.stays = $0.rows.stays.dropLast(100) }
            try await live.until("the change") { try await Self.held(live) == Self.wanted(store) }
            try await live.killAndStart()
            try await live.until("the change again") { try await Self.held(live) == Self.wanted(store) }
        }
    }

    @Test func `an arrival comes to Asterisk's database, and nothing is reloaded`() async throws {
        let store = Self.fullHouse()
        try await Self.running(store) { live in
            try await live.until("the state") { try await Self.held(live) == Self.wanted(store) }
            // Any reload would read these.
            try live.instance.append("[unread]\ntype=aor\n", to: "pjsip.conf")
            try live.instance.append("[unread]\nexten => 1,1,NoOp()\n", to: "extensions.conf")
            store.withState { state in
                state.rows.stays[0] = .init(room: "101", firstName: "Ada", lastName: "Lovelace")
            }
            live.board.change { $0.feed.head = FeedPosition(rawValue: $0.feed.head.rawValue + 1) }
            try await live.until("the name") {
                try await live.client.value(family: "room/101", key: "name") == "Ada Lovelace"
            }
            #expect(try await !live.instance.command("pjsip show aors").contains("unread"))
            #expect(try await !live.instance.command("dialplan show").contains("'unread'"))
        }
    }
}
