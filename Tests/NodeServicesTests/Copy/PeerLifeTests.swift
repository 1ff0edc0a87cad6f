import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Peers that were restored, began new lives, or are no peers at all.
@Suite struct PeerLifeTests {
    /// The Primary is put back to an image, and has written since.
    private func restoredPeer() async throws -> CopyScene {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "before")
        await scene.pass(2)
        let image = scene.there.now
        scene.there.write("rooms", "102", "lost")
        await scene.pass(2)
        scene.there.restore(image)
        _ = try await MemoryFeedSource(scene.there).skipNumbers(isPatient: false)
        return scene
    }

    @Test func `a restoring peer is not read`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "old")
        scene.there.change { $0.suspectAbove = .start }
        await scene.pass(2)
        #expect(scene.here.rows("rooms").isEmpty && scene.state(CopyScene.rooms) == .waitingForPeer)
        #expect(scene.board.now.warnings["life"]?.contains("takes back") == true)
        scene.there.change { $0.suspectAbove = nil }
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1 && scene.board.now.warnings["life"] == nil)
    }

    @Test func `a node that restores itself reads a peer in the same state`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "old")
        scene.there.change { $0.suspectAbove = .start }
        scene.here.change { $0.suspectAbove = .start }
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1)
    }

    @Test func `a peer that was put back is not read before it noticed`() async throws {
        var scene = try await restoredPeer()
        scene.there.write("rooms", "103", "written since")
        let memory = scene.here.now.memory
        await scene.pass(3)
        #expect(scene.here.rows("rooms").map(\.[0]) == ["101", "102"])
        #expect(scene.here.now.memory == memory, "the memory that tells it is kept")
        #expect(scene.board.now.warnings["life"] == CopyDesk.peerIsRestored)
    }

    @Test func `another life of the peer is not read until the peer says what it took the place of`() async throws {
        var scene = try await restoredPeer()
        scene.there.change { $0.incarnation = Incarnation(rawValue: 77) }
        await scene.pass(3)
        #expect(scene.here.now.memory?.incarnation == Incarnation(rawValue: 1))
        #expect(scene.state(CopyScene.rooms) == .waitingForPeer)
    }

    @Test func `a peer of a new life makes every item rebuild, and only then is remembered`() async throws {
        var scene = try await restoredPeer()
        let memory = try #require(scene.here.now.memory)
        try await MemoryFeedSource(scene.there).beginLife(Incarnation(rawValue: 77), superseding: memory)
        try await MemoryFeedSource(scene.there).endSuspicion()
        // The books cannot be kept: the new life must not be remembered without them.
        scene.clock.advance(by: .seconds(6))
        await scene.hear()
        scene.here.change { $0.isUp = false }
        await scene.desk.pass()
        scene.here.change { $0.isUp = true }
        #expect(scene.here.now.memory == memory)
        await scene.hear { $0.remembered = FeedMark(incarnation: Incarnation(rawValue: 99), head: .start) }
        scene.clock.advance(by: .seconds(6))
        await scene.desk.pass()
        #expect(scene.record(CopyScene.rooms).isRebuilding && scene.record(CopyScene.notes).isRebuilding)
        await scene.desk.pass()
        #expect(scene.here.now.memory?.incarnation == Incarnation(rawValue: 77))
        #expect(scene.record(CopyScene.rooms).isRebuilding, "the peer has not turned to this node's life")
    }

    @Test func `a peer that was restored twice meanwhile is read again`() async throws {
        var scene = try await restoredPeer()
        let memory = try #require(scene.here.now.memory)
        let lives = [77, 78].map { Incarnation(rawValue: $0) }
        try await MemoryFeedSource(scene.there).beginLife(lives[0], superseding: memory)
        try await MemoryFeedSource(scene.there).beginLife(
            lives[1], superseding: FeedMemory(incarnation: lives[0], head: scene.there.now.head))
        try await MemoryFeedSource(scene.there).endSuspicion()
        scene.there.write("rooms", "104", "since")
        await scene.pass(3)
        #expect(scene.here.now.memory?.incarnation == lives[1])
        #expect(scene.here.rows("rooms").contains(["104", "since"]))
        #expect(scene.board.now.warnings["life"] == nil)
    }

    @Test func `a snapshot of another life than the one that was looked up is not read`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass(2)
        let memory = try #require(scene.here.now.memory)
        // The peer is done with its restore before this node looks up again in which life it is.
        try await MemoryFeedSource(scene.there).beginLife(Incarnation(rawValue: 77), superseding: memory)
        try await MemoryFeedSource(scene.there).endSuspicion()
        scene.there.write("rooms", "102", "since")
        scene.clock.advance(by: .milliseconds(10))
        await scene.hear()
        await scene.desk.pass()
        #expect(scene.here.rows("rooms").count == 1 && scene.here.now.memory == memory)
        #expect(!scene.feed.hasSnapshot)
        await scene.pass(2)
        #expect(scene.here.rows("rooms").count == 2)
        #expect(scene.here.now.memory?.incarnation == Incarnation(rawValue: 77))
    }

    @Test func `what the peer's database remembers of this feed tells of a restore before any heartbeat`() async throws
    {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        let memory = FeedMemory(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 900))
        scene.there.change { $0.memory = memory }
        await scene.pass()
        #expect(scene.board.now.lostFeed == memory && scene.here.rows("rooms").isEmpty)
        #expect(!scene.feed.hasSnapshot)
    }

    @Test func `a write that the peer has read before this daemon saw it is no sign of a restore`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.here.write("notes", "1", "mine")
        scene.there.write("rooms", "101", "garden")
        let head = scene.here.now.head
        scene.there.change { $0.memory = FeedMemory(incarnation: Incarnation(rawValue: 2), head: head) }
        scene.clock.advance(by: .seconds(6))
        await scene.desk.pass()
        #expect(scene.board.now.lostFeed == nil && scene.here.rows("rooms").count == 1)
    }

    @Test func `a rebuild ends once the peer has turned to this node's present life`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "theirs")
        scene.here.write("notes", "1", "mine, once")
        await scene.pass()
        scene.here.change { state in
            for item in state.items { state.records[item.name, default: CopyRecord()].isRebuilding = true }
            state.suspectAbove = .start
        }
        scene.desk = CopyDesk(service: scene.service)
        for _ in 0..<3 {
            scene.clock.advance(by: .seconds(6))
            await scene.hear { $0.remembered = FeedMark(incarnation: Incarnation(rawValue: 44), head: .start) }
            await scene.desk.pass()
        }
        #expect(scene.record(CopyScene.rooms).isRebuilding && scene.here.now.suspectAbove != nil)
        await scene.pass(2)
        #expect(!scene.record(CopyScene.rooms).isRebuilding && !scene.record(CopyScene.notes).isRebuilding)
        #expect(scene.here.now.suspectAbove == nil, "everything that was lost is back")
        #expect(scene.decisions.contains { $0.contains("was taken back from the peer") })
    }

    @Test func `a rebuild takes this node's own former writes back`() async throws {
        var scene = try await CopyScene()
        scene.there.change { state in
            let name = MemoryDatabase.table("notes")
            state.sequence += 1
            state.tables[name]?.rows[[.text("7")]] = [.text("7"), .text("mine, once")]
            state.tables[name]?.entries[[.text("7")]] = MemoryDatabase.Entry(
                position: FeedPosition(rawValue: state.sequence),
                stamp: RowStamp(
                    version: Version(epoch: Epoch(rawValue: 1), clock: 5, node: .secondary), seen: 0))
        }
        await scene.pass()
        #expect(scene.here.rows("notes").isEmpty, "the everyday copy leaves out what this node wrote")
        scene.here.change { state in
            state.records[CopyScene.notes.name]?.isRebuilding = true
            state.cursors = [:]
        }
        scene.desk = CopyDesk(service: scene.service)
        await scene.pass(2)
        #expect(scene.here.rows("notes") == [["7", "mine, once"]])
    }

    @Test func `cursors that the peer's feed cannot have reached are read from the start`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass(2)
        scene.here.change { state in
            for table in state.cursors.keys { state.cursors[table] = FeedPosition(rawValue: 1 << 40) }
        }
        scene.desk = CopyDesk(service: scene.service)
        scene.there.write("rooms", "102", "sea")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 2)
    }

    @Test func `nothing is copied while this node's own lost feed awaits its successor`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        scene.board.change { $0.lostFeed = FeedMemory(incarnation: Incarnation(rawValue: 2), head: .start) }
        await scene.pass()
        #expect(scene.here.rows("rooms").isEmpty && scene.board.now.isCopyHeld)
    }

    @Test func `a peer of the same mode is not copied from`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        for _ in 0..<5 {
            scene.clock.advance(by: .milliseconds(250))
            await scene.hear { $0.sender = .secondary }
        }
        await scene.desk.pass()
        #expect(scene.here.rows("rooms").isEmpty)
    }
}
