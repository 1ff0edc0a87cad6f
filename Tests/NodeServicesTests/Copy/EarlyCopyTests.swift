import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The copy looks first where the peer's heartbeat says that something moved.
@Suite struct EarlyCopyTests {
    private static let rooms = MemoryDatabase.table("rooms")
    private static let notes = MemoryDatabase.table("notes")

    private func number(_ scene: CopyScene, _ table: TableName) throws -> UInt32 {
        try #require(scene.there.now.tables[table]?.feed.number)
    }

    @Test func `a table that moved is read before the peer is asked about all others`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        let asked = scene.feed.questions.count
        let moved = try number(scene, Self.rooms)
        scene.board.change { $0.movedAtPeer = [moved] }
        scene.there.write("rooms", "101", "garden")
        scene.there.write("notes", "1", "hello")
        await scene.pass()
        #expect(Array(scene.feed.questions.dropFirst(asked)) == [[], [Self.notes, Self.rooms]])
        #expect(scene.here.rows("rooms") == [["101", "garden"]])
        #expect(scene.here.rows("notes") == [["1", "hello"]], "what it did not name is found all the same")
        #expect(scene.board.read { $0.movedAtPeer.isEmpty } && !scene.feed.hasSnapshot)
        await scene.pass()
        #expect(scene.feed.questions.count == asked + 3, "it is said once")
    }

    @Test func `an item is asked about whole, so that its tables stay of one state`() async throws {
        var scene = try await CopyScene()
        for database in [scene.here, scene.there] {
            let item = ItemDefinition(
                name: CopyScene.rooms.name, rule: CopyScene.rooms.rule,
                tables: CopyScene.rooms.tables + [.init(name: MemoryDatabase.table("beds"))], isEnabled: true,
                isBuiltIn: false)
            database.create("beds", columns: ["id", "room"], in: item)
            try await MemoryFeedSource(database).save(item)
            _ = try await MemoryFeedSource(database).arrangeCapture()
        }
        await scene.pass()
        let asked = scene.feed.questions.count
        let batches = scene.board.read { $0.standings[CopyScene.rooms.name]?.batches ?? 0 }
        let moved = try number(scene, Self.rooms)
        scene.board.change { $0.movedAtPeer = [moved] }
        scene.there.write("beds", "1", "101")
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.feed.questions.dropFirst(asked).first == [MemoryDatabase.table("beds")])
        #expect(scene.here.rows("rooms").count == 1 && scene.here.rows("beds").count == 1)
        #expect(scene.board.read { $0.standings[CopyScene.rooms.name]?.batches } == batches + 1, "in one transaction")
    }

    @Test func `a table that is named for nothing, or is none, loses nothing`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        let moved = try number(scene, Self.notes)
        scene.board.change { $0.movedAtPeer = [moved, 999] }
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1 && scene.here.rows("notes").isEmpty)
        #expect(scene.state(CopyScene.rooms) == .current && scene.state(CopyScene.notes) == .current)
    }

    @Test func `a named table whose view cannot be read stops its own item and no other`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.feed.breakViews(of: [Self.rooms])
        let moved = try number(scene, Self.rooms)
        scene.board.change { $0.movedAtPeer = [moved] }
        scene.there.write("rooms", "101", "garden")
        scene.there.write("notes", "1", "hello")
        await scene.pass()
        #expect(scene.here.rows("rooms").isEmpty && scene.here.rows("notes").count == 1)
        scene.feed.breakViews(of: [])
        await scene.pass(2)
        #expect(scene.here.rows("rooms").count == 1 && scene.state(CopyScene.rooms) == .current)
    }

    @Test func `the cursor of a table read early stays below what is not settled`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        let early = scene.desk.items[CopyScene.rooms.name]?.cursor ?? .start
        scene.there.write("rooms", "102", "sea")
        let moved = try number(scene, Self.rooms)
        scene.board.change { $0.movedAtPeer = [moved] }
        await scene.hear { $0.settledHead = early }
        await scene.desk.pass()
        #expect(scene.here.rows("rooms").count == 2)
        #expect(scene.desk.items[CopyScene.rooms.name]?.cursor == early, "it is read again until it settled")
    }

    @Test func `a peer that lost what was read from it is not read early either`() async throws {
        var scene = try await CopyScene()
        let image = scene.there.now
        for number in 100..<110 { scene.there.write("rooms", "\(number)", "garden") }
        await scene.pass()
        scene.there.restore(image)
        scene.there.write("rooms", "100", "sea")
        let moved = try number(scene, Self.rooms)
        scene.board.change { $0.movedAtPeer = [moved] }
        await scene.hear()
        await scene.desk.pass()
        #expect(scene.here.rows("rooms").count == 10 && scene.here.rows("rooms").first == ["100", "garden"])
        #expect(scene.state(CopyScene.rooms) == .waitingForPeer)
    }
}
