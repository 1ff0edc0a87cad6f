import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

@Suite struct FeedServiceTests {
    @Test func `capture is put on and the feed told of, and a commit moves it`() async throws {
        let scene = FeedScene()
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil && $0.isDatabaseUp } }
            #expect(scene.board.read { !$0.isDatabaseStarting && $0.database == "running" })
            scene.database.write("rooms", "101", "garden")
            scene.commits.ring()
            let head = scene.database.now.head
            try await scene.until("the head") { scene.board.read { $0.feed.head == head } }
            let moved = scene.board.read { $0.feed.tables(movedAbove: FeedPosition(rawValue: head.rawValue - 1)) }
            #expect(moved == [scene.database.now.tables[MemoryDatabase.table("rooms")]?.feed.number])
            try await scene.until("its settling") { scene.board.read { $0.feed.settled >= head } }
        }
    }

    @Test func `the head does not settle past a writer that is open`() async throws {
        let scene = FeedScene()
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil } }
            let before = scene.board.read { $0.feed.settled }
            scene.database.change { $0.openWriters = [4] }
            scene.database.write("rooms", "101", "garden")
            let head = scene.database.now.head
            try await scene.until("the head") { scene.board.read { $0.feed.head == head } }
            for _ in 0..<50 {
                scene.clock.advance(by: .milliseconds(50))
                for _ in 0..<10 { await Task.yield() }
            }
            #expect(scene.board.read { $0.feed.settled } == before)
            scene.database.change { $0.openWriters = [9] }
            try await scene.until("its settling") { scene.board.read { $0.feed.settled >= head } }
        }
    }

    @Test func `a database that goes away is said to be down, and its feed is read anew when it is back`() async throws
    {
        let scene = FeedScene()
        try await scene.run {
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil } }
            scene.database.change { $0.isUp = false }
            try await scene.until("its absence") { scene.board.read { !$0.isDatabaseUp && $0.feed.life == nil } }
            #expect(scene.board.read { $0.database.contains("refused") && $0.feed.known == Incarnation(rawValue: 1) })
            scene.database.change { $0.isUp = true }
            try await scene.until("its return") { scene.board.read { $0.isDatabaseUp && $0.feed.life != nil } }
            #expect(scene.board.read { $0.lostFeed == nil }, "nothing was lost")
        }
    }

    @Test func `a database that comes back shorter begins a new life of its feed`() async throws {
        let scene = FeedScene()
        let image = scene.database.now
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            scene.database.write("rooms", "101", "garden")
            let head = scene.database.now.head
            try await scene.until("the head") { scene.board.read { $0.feed.head == head } }
            scene.database.change { $0.isUp = false }
            try await scene.until("its absence") { scene.board.read { !$0.isDatabaseUp } }
            scene.database.restore(image)
            try await scene.until("a new life") { scene.database.now.incarnation != Incarnation(rawValue: 1) }
            #expect(scene.database.now.superseded == Incarnation(rawValue: 1))
            #expect(scene.database.now.sequence > head.rawValue)
            let isRebuilding = scene.database.now.records.values.map(\.isRebuilding)
            #expect(isRebuilding == [true, true])
        }
    }

    @Test func `a database that comes back older is told as it is, and not as it was`() async throws {
        let scene = FeedScene()
        scene.hear()
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            scene.database.write("rooms", "101", "garden")
            var image = scene.database.now
            // A writer keeps whatever comes then from being settled, and numbers from being skipped.
            image.openWriters = [4]
            for room in 200..<250 { scene.database.write("rooms", "\(room)", "lost") }
            let head = scene.database.now.head
            try await scene.until("its settling") { scene.board.read { $0.feed.settled >= head } }
            let settled = scene.board.read { $0.feed.settled }
            scene.database.change { $0.isUp = false }
            try await scene.until("its absence") { scene.board.read { !$0.isDatabaseUp } }
            scene.database.restore(image)
            try await scene.until("its return") { scene.board.read { $0.isDatabaseUp && $0.feed.life != nil } }
            let told = scene.board.read { $0.feed }
            #expect(told.head == scene.database.now.head && told.settled < settled)
            #expect(scene.board.read { $0.lostFeed } == FeedMemory(incarnation: Incarnation(rawValue: 1), head: head))
        }
    }

    @Test func `numbers that could not be skipped at first are skipped when the last writer has gone`() async throws {
        let scene = FeedScene()
        scene.database.change { $0.openWriters = [4] }
        try await scene.run {
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil } }
            #expect(scene.database.now.gaps.isEmpty && scene.board.read { $0.feed.owesSkip })
            scene.database.change { $0.openWriters = [] }
            try await scene.until("the gap") { scene.board.read { $0.feed.life?.gaps.isEmpty == false } }
            #expect(scene.board.read { !$0.feed.owesSkip } && scene.database.now.gaps.count == 1)
        }
    }

    @Test func `a lost feed waits for the copy to stand still before it gets its successor`() async throws {
        let scene = FeedScene()
        scene.hear()
        try await scene.run {
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil } }
            scene.board.change { $0.lostFeed = FeedMemory(incarnation: Incarnation(rawValue: 1), head: .start) }
            for _ in 0..<20 {
                scene.board.sourceWanted.ring()
                for _ in 0..<50 { await Task.yield() }
            }
            #expect(scene.database.now.incarnation == Incarnation(rawValue: 1))
            scene.board.change { $0.isCopyHeld = true }
            scene.board.sourceWanted.ring()
            try await scene.until("a new life") { scene.board.read { $0.lostFeed == nil && !$0.isCopyHeld } }
            #expect(scene.database.now.incarnation != Incarnation(rawValue: 1))
        }
    }

    @Test func `rows that capture may have missed ship again where they are ours, and are repaired where not`()
        async throws
    {
        let scene = FeedScene()
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            scene.database.write("rooms", "101", "garden")
            let head = scene.database.now.head
            scene.database.change { $0.tables[MemoryDatabase.table("rooms")]?.isDirty = true }
            scene.board.sourceWanted.ring()
            try await scene.until("shipping again") { scene.database.now.head > head }
            try await scene.until("the mark's end") {
                scene.database.now.tables[MemoryDatabase.table("rooms")]?.isDirty == false
            }
            scene.database.change {
                $0.scopes[0] = ScopeReport(scope: .configuration, owner: .secondary, epoch: .init(rawValue: 3))
            }
            scene.board.change { $0.scopes = scene.database.now.scopes }
            scene.database.change { $0.tables[MemoryDatabase.table("rooms")]?.isDirty = true }
            scene.board.sourceWanted.ring()
            try await scene.until("the repair") { scene.board.read { $0.repairs == [CopyScene.rooms.name] } }
            // The mark outlives this daemon: it goes when the repair is done.
            #expect(scene.database.now.mending == [MemoryDatabase.table("rooms")])
            #expect(scene.database.now.tables[MemoryDatabase.table("rooms")]?.isDirty == true)
        }
    }

    @Test func `a table that cannot be captured is named, and the others are captured`() async throws {
        let scene = FeedScene()
        scene.database.change { $0.tables[MemoryDatabase.table("rooms")] = nil }
        try await scene.run {
            try await scene.until("the refusal") {
                scene.board.read { $0.capture.refused[MemoryDatabase.table("rooms")] != nil }
            }
            #expect(scene.database.now.tables[MemoryDatabase.table("notes")]?.isCaptured == true)
        }
    }

    @Test func `a table whose capture is held up keeps no other from being mended, and is mended later`() async throws {
        let scene = FeedScene()
        let (rooms, notes) = (MemoryDatabase.table("rooms"), MemoryDatabase.table("notes"))
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            scene.database.change { state in
                for table in [rooms, notes] { state.tables[table]?.isDirty = true }
                state.tables[rooms]?.isHeldUp = true
            }
            scene.board.sourceWanted.ring()
            try await scene.until("the other") { scene.database.now.tables[notes]?.isDirty == false }
            #expect(scene.database.now.tables[rooms]?.isDirty == true)
            scene.database.change { $0.tables[rooms]?.isHeldUp = false }
            scene.board.sourceWanted.ring()
            try await scene.until("the first") { scene.database.now.tables[rooms]?.isDirty == false }
        }
    }

    @Test func `tombstones are collected only once both nodes are done with them`() async throws {
        let scene = FeedScene()
        try await scene.run {
            try await scene.until("capture") { scene.database.now.tables.values.allSatisfy(\.isCaptured) }
            scene.database.write("rooms", "101", "garden")
            scene.database.delete("rooms", "101")
            try await scene.until("a life") { scene.board.read { $0.feed.life != nil } }
            let peer = Incarnation(rawValue: 2)
            scene.board.change { content in
                content.peerMemory = FeedMemory(incarnation: peer, head: FeedPosition(rawValue: 10))
                content.acknowledged = FeedPosition(rawValue: 9)
            }
            scene.hear()
            try await collect(scene, rounds: 3)
            #expect(scene.database.now.collections == [], "what the peer had written then was not read yet")
            scene.board.change { $0.acknowledged = FeedPosition(rawValue: 10) }
            scene.hear { $0.remembered = FeedMark(incarnation: Incarnation(rawValue: 99), head: .start) }
            try await collect(scene, rounds: 3)
            #expect(scene.database.now.collections == [], "the peer reads another life of this feed")
            scene.hear()
            scene.database.change { $0.wallClock = UInt64(scene.clock.wallTime().rawValue) - 7_200_000_000 }
            try await scene.until("collecting", step: .seconds(60)) { !scene.database.now.collections.isEmpty }
            #expect(scene.database.now.collections.first == FeedPosition(rawValue: 5_000))
        }
    }

    /// Lets the hour of collecting come some times.
    private func collect(_ scene: FeedScene, rounds: Int) async throws {
        for _ in 0..<rounds {
            for _ in 0..<20 {
                scene.clock.advance(by: .seconds(40))
                for _ in 0..<50 { await Task.yield() }
            }
        }
    }
}
