import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Two nodes that meet for the first time, or after too long a time.
@Suite struct FirstContactTests {
    @Test func `data on both sides that differs waits for an operator, and items without it do not`() async throws {
        var scene = try await CopyScene()
        scene.here.change {
            $0.scopes[0] = ScopeReport(scope: .configuration, owner: .secondary, epoch: .init(rawValue: 1))
        }
        scene.here.write("rooms", "101", "ours")
        scene.here.change {
            $0.scopes[0] = ScopeReport(scope: .configuration, owner: .primary, epoch: .init(rawValue: 2))
        }
        scene.there.write("rooms", "101", "theirs")
        scene.there.write("notes", "1", "hello")
        await scene.pass(3)
        #expect(scene.state(CopyScene.rooms) == .firstContact)
        #expect(scene.here.rows("rooms") == [["101", "ours"]], "nothing is overwritten unasked")
        #expect(scene.here.rows("notes").count == 1)
        scene.board.change { _ = $0.repairs.insert(CopyScene.rooms.name) }
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "theirs"]] && scene.state(CopyScene.rooms) == .current)
        #expect(scene.here.now.ledger.map(\.reason) == ["first-contact"])
        #expect(scene.record(CopyScene.rooms).isEstablished)
    }

    @Test func `equal data on both sides needs nobody`() async throws {
        var scene = try await CopyScene()
        for database in [scene.here, scene.there] {
            database.change { state in
                let row = [CellValue.text("101"), .text("same")]
                state.tables[MemoryDatabase.table("rooms")]?.rows[[row[0]]] = row
            }
        }
        scene.there.write("rooms", "101", "same")
        await scene.pass()
        #expect(scene.state(CopyScene.rooms) == .current && scene.here.now.ledger.isEmpty)
    }

    @Test func `where both nodes write there is no first contact: the newer row stays`() async throws {
        var scene = try await CopyScene()
        scene.here.write("notes", "1", "ours")
        scene.there.change { $0.wallClock += 1_000 }
        scene.there.write("notes", "1", "theirs")
        await scene.pass()
        #expect(scene.here.rows("notes") == [["1", "theirs"]])
        #expect(scene.here.now.ledger.map(\.reason) == ["conflict"])
    }

    @Test func `a table the peer does not ship is named, and copied once it does`() async throws {
        var scene = try await CopyScene()
        scene.there.change { $0.tables[MemoryDatabase.table("rooms")]?.isCaptured = false }
        await scene.pass()
        guard case .notShipped(let words)? = scene.state(CopyScene.rooms) else {
            Issue.record("\(String(describing: scene.state(CopyScene.rooms)))")
            return
        }
        #expect(words.contains("hotel.rooms"))
        scene.there.change { $0.tables[MemoryDatabase.table("rooms")]?.isCaptured = true }
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1)
    }

    @Test func `an item that is switched off is left alone, and copied from when it is on again`() async throws {
        var scene = try await CopyScene()
        scene.here.change { state in
            for index in state.items.indices { state.items[index].isEnabled = false }
        }
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(scene.state(CopyScene.rooms) == .off && scene.here.rows("rooms").isEmpty)
        scene.here.change { state in
            for index in state.items.indices { state.items[index].isEnabled = true }
        }
        await scene.pass()
        #expect(scene.here.rows("rooms").count == 1)
    }

    @Test func `a reader older than the peer's horizon is compared with the owner`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        scene.there.write("rooms", "102", "sea")
        await scene.pass()
        scene.there.delete("rooms", "101")
        scene.there.change { state in
            let name = MemoryDatabase.table("rooms")
            guard let old = state.tables[name] else { return }
            state.tables[name]?.entries[[.text("101")]] = nil
            state.tables[name]?.feed = FeedTable(
                number: old.feed.number, item: old.feed.item, shape: old.feed.shape,
                horizon: FeedPosition(rawValue: state.sequence))
        }
        scene.desk = CopyDesk(service: scene.service)
        await scene.pass(3)
        #expect(scene.here.rows("rooms") == [["102", "sea"]], "the deletion that was collected is found")
        #expect(scene.here.now.ledger.count == 1)
    }

    /// The peer has collected the tombstones of a table.
    private func collect(_ scene: CopyScene, _ table: String) {
        scene.there.change { state in
            let name = MemoryDatabase.table(table)
            guard let old = state.tables[name] else { return }
            state.tables[name]?.entries = old.entries.filter { !$0.value.stamp.isTombstone }
            state.tables[name]?.feed = FeedTable(
                number: old.feed.number, item: old.feed.item, shape: old.feed.shape,
                horizon: FeedPosition(rawValue: state.sequence))
        }
    }

    @Test func `a restored node removes what the pair deleted since, where both nodes write`() async throws {
        var scene = try await CopyScene()
        for note in ["1", "2"] { scene.there.write("notes", note, "theirs") }
        for note in ["3", "4"] { scene.here.write("notes", note, "mine") }
        await scene.pass(2)
        // The peer had read the first of this node's rows, and not the second.
        let mine = scene.here.now
        scene.there.change { state in
            let name = MemoryDatabase.table("notes")
            state.cursors[name] = mine.tables[name]?.entries[[.text("3")]]?.position
            state.cursorLife[name] = mine.incarnation
        }
        scene.there.delete("notes", "1")
        collect(scene, "notes")
        try await MemoryFeedSource(scene.here).beginLife(
            Incarnation(rawValue: 44), superseding: FeedMemory(incarnation: mine.incarnation, head: mine.head))
        scene.here.write("notes", "5", "since the restore")
        await scene.pass(4)
        #expect(scene.here.rows("notes").map(\.[0]) == ["2", "4", "5"])
        #expect(scene.here.now.ledger.map(\.reason) == ["restored-node", "restored-node"])
        #expect(!scene.record(CopyScene.notes).isRebuilding && scene.state(CopyScene.notes) == .current)
        #expect(scene.board.now.warnings["horizon notes"] == nil)
    }

    @Test func `two nodes that were both restored leave it to a person what was deleted`() async throws {
        var scene = try await CopyScene()
        scene.there.write("notes", "1", "theirs")
        await scene.pass(2)
        let mine = scene.here.now
        scene.there.delete("notes", "1")
        collect(scene, "notes")
        scene.there.change { $0.suspectAbove = .start }
        try await MemoryFeedSource(scene.here).beginLife(
            Incarnation(rawValue: 44), superseding: FeedMemory(incarnation: mine.incarnation, head: mine.head))
        await scene.pass(4)
        #expect(scene.here.rows("notes").count == 1)
        #expect(scene.board.now.warnings["horizon notes"]?.contains("replication compare notes") == true)
    }

    @Test func `what is written here while a repair asks the peer is no part of the repair`() async throws {
        var scene = try await CopyScene()
        for note in ["1", "2"] { scene.there.write("notes", note, "theirs") }
        await scene.pass(2)
        scene.here.change { state in
            for note in ["1", "2"] {
                let row = [CellValue.text(note), .text("damaged")]
                state.tables[MemoryDatabase.table("notes")]?.rows[[row[0]]] = row
            }
        }
        scene.board.change { _ = $0.repairs.insert(CopyScene.notes.name) }
        let here = scene.here
        scene.feed.meanwhile { here.write("notes", "1", "since") }
        await scene.pass()
        #expect(scene.here.rows("notes") == [["1", "since"], ["2", "theirs"]])
    }

    @Test func `rows written here without owning them go back to the owner's, and to the ledger`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        scene.here.write("rooms", "101", "mine")
        scene.here.write("rooms", "900", "stray")
        scene.isReadByPeer()
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "garden"]])
        #expect(scene.here.now.ledger.map(\.reason) == ["drift", "drift"])
    }
}
