import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The everyday course of the copy.
@Suite struct CopyDeskTests {
    @Test func `what the peer wrote is here after a pass, and its deletions too`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        scene.there.write("rooms", "102", "sea")
        await scene.pass()
        #expect(scene.here.rows("rooms") == [["101", "garden"], ["102", "sea"]])
        scene.there.delete("rooms", "101")
        scene.there.write("rooms", "102", "sea view")
        await scene.pass()
        #expect(scene.here.rows("rooms") == [["102", "sea view"]])
        #expect(scene.state(CopyScene.rooms) == .current)
        #expect(!scene.feed.hasSnapshot, "no pass leaves its snapshot open")
    }

    @Test func `a catch-up longer than a batch arrives whole and is counted down`() async throws {
        var settings = CopyServiceSettings()
        settings.batchRows = 7
        var scene = try await CopyScene(settings: settings)
        for number in 100..<150 { scene.there.write("rooms", "\(number)", "x") }
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 50)
        let standing = try #require(scene.board.now.standings[CopyScene.rooms.name])
        #expect(standing.rowsApplied == 50 && standing.rowsWaiting == 0 && standing.state == .current)
        #expect(standing.batches == 8)
    }

    @Test func `the cursor follows the settled head, and stays below an open transaction`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        let early = scene.desk.items[CopyScene.rooms.name]?.cursor ?? .start
        #expect(early > .start)
        scene.there.write("rooms", "102", "sea")
        let late = scene.there.now.head
        scene.clock.advance(by: .seconds(6))
        await scene.hear { $0.settledHead = early }
        await scene.desk.pass()
        #expect(scene.here.rows("rooms").count == 2, "it ships at once")
        #expect(scene.desk.items[CopyScene.rooms.name]?.cursor == early, "and is read again until it settled")
        await scene.pass(2)
        #expect((scene.desk.items[CopyScene.rooms.name]?.cursor ?? .start) >= late)
    }

    @Test func `a quarantined item leaves the others running, and is tried again by itself`() async throws {
        var scene = try await CopyScene()
        scene.here.change { $0.tables[MemoryDatabase.table("rooms")]?.poison[[.text("102")]] = "Data too long" }
        scene.there.write("rooms", "102", "far too long")
        scene.there.write("notes", "1", "hello")
        await scene.pass()
        guard case .quarantined(let quarantine)? = scene.state(CopyScene.rooms) else {
            Issue.record("\(String(describing: scene.state(CopyScene.rooms)))")
            return
        }
        #expect(quarantine.key == ["id": "102"] && quarantine.number == 1406)
        #expect(scene.record(CopyScene.rooms).quarantine == quarantine, "it outlives the daemon")
        #expect(scene.state(CopyScene.notes) == .current && scene.here.rows("notes") == [["1", "hello"]])
        scene.there.write("notes", "2", "still")
        await scene.pass(2)
        #expect(scene.here.rows("notes").count == 2 && scene.here.rows("rooms").isEmpty)

        scene.here.change { $0.tables[MemoryDatabase.table("rooms")]?.poison = [:] }
        await scene.pass(6)
        #expect(scene.state(CopyScene.rooms) == .current && scene.here.rows("rooms").count == 1)
        #expect(scene.record(CopyScene.rooms).quarantine == nil)
    }

    @Test func `a mended item goes on at once when an operator says retry`() async throws {
        var scene = try await CopyScene()
        scene.here.change { $0.tables[MemoryDatabase.table("rooms")]?.poison[[.text("102")]] = "Data too long" }
        scene.there.write("rooms", "102", "x")
        await scene.pass()
        scene.here.change { $0.tables[MemoryDatabase.table("rooms")]?.poison = [:] }
        scene.board.change { _ = $0.retries.insert(CopyScene.rooms.name) }
        await scene.desk.pass()
        #expect(scene.state(CopyScene.rooms) == .current && scene.here.rows("rooms").count == 1)
    }

    @Test(arguments: [
        ApplyFailure.retry(words: "Deadlock found (1213)"), .unavailable(words: "Server has gone away (2006)"),
        .noSpace(words: "No space left"),
    ]) func `a passing failure is waited out, and nothing of the batch is lost`(failure: ApplyFailure) async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.here.change { $0.applyFailures = [failure] }
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.here.rows("rooms").isEmpty)
        #expect(scene.record(CopyScene.rooms).quarantine == nil, "it is no fault of a row")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1 && scene.state(CopyScene.rooms) == .current)
    }

    @Test func `a row that holds a unique value is fetched in its newest state with the batch`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.there.write("rooms", "101", "old")
        let holder = [CellValue.text("101")]
        scene.here.change {
            $0.applyFailures = [
                .uniqueHeld(table: MemoryDatabase.table("rooms"), holder: holder, number: 1062, words: "Duplicate")
            ]
        }
        scene.there.write("notes", "1", "other")
        await scene.pass(2)
        #expect(scene.here.rows("rooms").count == 1)
    }

    @Test func `a key that stands here in another spelling is settled by what the peer holds`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.there.write("rooms", "ABC", "x")
        let spelling = Spelling(arriving: [.text("ABC")], standing: [.text("abc")])
        let failure = ApplyFailure.respelled(table: MemoryDatabase.table("rooms"), keys: [spelling])
        scene.here.change { $0.applyFailures = [failure] }
        await scene.pass()
        #expect(scene.here.rows("rooms") == [["ABC", "x"]], "the peer knows no other: it is the same row")

        scene.there.write("rooms", "abc", "y")
        scene.there.write("rooms", "ABC", "z")
        scene.here.change { $0.applyFailures = [failure] }
        await scene.pass()
        guard case .quarantined(let quarantine)? = scene.state(CopyScene.rooms) else {
            Issue.record("two rows were taken for one")
            return
        }
        #expect(quarantine.words.contains("(id=abc)") && quarantine.words.contains("(id=ABC)"))
    }

    @Test func `too little disk space holds every item, and copying goes on when there is room`() async throws {
        var settings = CopyServiceSettings()
        settings.databaseFolder = "/database"
        settings.freeSpaceFloor = 1 << 30
        var scene = try await CopyScene(settings: settings)
        scene.space.leave(1 << 20)
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        guard case .held(let words)? = scene.state(CopyScene.rooms) else {
            Issue.record("\(String(describing: scene.state(CopyScene.rooms)))")
            return
        }
        #expect(words.contains("disk space"))
        #expect(scene.board.now.warnings["space"] != nil && scene.here.rows("rooms").isEmpty)
        scene.space.leave(1 << 31)
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1 && scene.board.now.warnings["space"] == nil)
    }

    @Test func `a broken view stops its own item and no other`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.feed.breakViews(of: [MemoryDatabase.table("rooms")])
        scene.there.write("rooms", "101", "garden")
        scene.there.write("notes", "1", "hello")
        await scene.pass()
        guard case .notShipped? = scene.state(CopyScene.rooms) else {
            Issue.record("\(String(describing: scene.state(CopyScene.rooms)))")
            return
        }
        #expect(scene.here.rows("notes").count == 1)
        scene.feed.breakViews(of: [])
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1)
    }

    @Test func `a peer whose database is away is waited for, and read on from the cursors`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        scene.there.change { $0.isUp = false }
        await scene.pass()
        #expect(scene.state(CopyScene.rooms) == .waitingForPeer && scene.board.now.warnings["copy"] != nil)
        scene.there.change { $0.isUp = true }
        scene.there.write("rooms", "102", "sea")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 2 && scene.board.now.warnings["copy"] == nil)
        #expect(scene.board.now.standings[CopyScene.rooms.name]?.rowsApplied == 2, "nothing was read twice")
    }

    @Test func `rows from a clock far ahead are reported and copied`() async throws {
        var scene = try await CopyScene()
        scene.there.change { $0.wallClock += 10 * 86_400_000_000 }
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1)
        #expect(scene.board.now.warnings["future rooms"]?.contains("days ahead") == true)
    }

    @Test func `cursors are kept, so that another daemon reads on from them`() async throws {
        var scene = try await CopyScene()
        for number in 100..<120 { scene.there.write("rooms", "\(number)", "x") }
        await scene.pass(2)
        let cursor = scene.here.now.cursors[MemoryDatabase.table("rooms")]
        scene.desk = CopyDesk(service: scene.service)
        await scene.pass()
        #expect(scene.desk.items[CopyScene.rooms.name]?.cursor ?? .start >= cursor ?? .start)
        #expect(scene.board.now.standings[CopyScene.rooms.name]?.rowsApplied == 20)
    }

    @Test func `a change in one table of an item leaves the cursors of its others not behind`() async throws {
        var scene = try await CopyScene.withTwoTablesInOneItem()
        await scene.pass(2)
        scene.there.write("left", "1", "x")
        let head = scene.there.now.head
        await scene.pass()
        #expect(scene.board.now.acknowledged >= head, "told in the very pass in which it was read")
        #expect(scene.here.now.cursors.values.allSatisfy { $0 >= head })
    }
}
