import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// This node's own database comes back older, or does not keep what it is told, under a daemon that runs on.
@Suite struct OlderDatabaseTests {
    @Test func `what an older image lacks is read again, though this daemon had read it`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass(2)
        let image = scene.here.now
        scene.there.write("rooms", "102", "sea")
        await scene.pass(2)
        scene.here.restore(image)
        scene.there.write("rooms", "103", "street")
        await scene.pass(3)
        #expect(scene.here.rows("rooms").map(\.[0]) == ["101", "102", "103"])
    }

    @Test func `an older image that came back within a pass gets no cursors of what it lacks`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        scene.there.write("notes", "1", "hello")
        await scene.pass(2)
        let image = scene.here.now
        scene.there.write("rooms", "102", "sea")
        scene.there.write("notes", "2", "lost")
        await scene.pass(2)
        scene.here.restore(image)
        scene.there.write("rooms", "103", "street")
        scene.there.write("notes", "3", "since")
        // Too early for another look at the books.
        scene.clock.advance(by: .milliseconds(10))
        await scene.hear()
        await scene.desk.pass()
        await scene.pass(2)
        #expect(scene.here.rows("rooms").count == 3 && scene.here.rows("notes").count == 3)
    }

    @Test func `an older image from before the peer's new life takes everything anew once more`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass(2)
        let image = scene.here.now
        let memory = try #require(image.memory)
        try await MemoryFeedSource(scene.there).beginLife(Incarnation(rawValue: 77), superseding: memory)
        try await MemoryFeedSource(scene.there).endSuspicion()
        await scene.pass(3)
        #expect(!scene.record(CopyScene.rooms).isRebuilding)
        scene.here.restore(image)
        scene.clock.advance(by: .seconds(6))
        await scene.hear { $0.remembered = FeedMark(incarnation: Incarnation(rawValue: 99), head: .start) }
        await scene.desk.pass()
        await scene.desk.pass()
        #expect(scene.record(CopyScene.rooms).isRebuilding && scene.record(CopyScene.notes).isRebuilding)
    }

    @Test func `nothing is acknowledged that the books could not keep`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass(2)
        let kept = scene.here.now.cursors.values.min()
        _ = try await MemoryFeedSource(scene.there).drawQuietly()
        scene.here.change { $0.cursorFailures = [.retry(words: "Deadlock found (1213)")] }
        await scene.pass()
        #expect(scene.here.now.cursors.values.min() == kept, "the books stay as they were")
        #expect(scene.board.now.acknowledged <= kept ?? .start)
        await scene.pass()
        #expect(scene.board.now.acknowledged > kept ?? .start)
        #expect(scene.board.now.acknowledged == scene.here.now.cursors.values.min())
    }

    @Test func `a cursor that followed the settled head is kept, also where another table of the item has rows`()
        async throws
    {
        var scene = try await CopyScene.withTwoTablesInOneItem()
        scene.there.write("left", "1", "x")
        await scene.pass(2)
        // Within one second the cursors follow the settled head unsaved, and a row comes into one of the tables.
        let settled = try #require(try await MemoryFeedSource(scene.there).drawQuietly())
        for pause in [Duration.milliseconds(100), .milliseconds(100), .seconds(2)] {
            scene.clock.advance(by: pause)
            await scene.hear { $0.settledHead = settled }
            await scene.desk.pass()
            if scene.there.rows("right").isEmpty { scene.there.write("right", "1", "x") }
        }
        let durable = CopyScene.both.tables.map { scene.here.now.cursors[$0.name] ?? .start }
        #expect(scene.here.rows("right").count == 1 && scene.board.now.acknowledged == settled)
        #expect(durable == [settled, settled])
    }
}
