import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Rows that this node wrote without owning them, and when the owner's take their place.
@Suite struct HealingTests {
    private static let table = MemoryDatabase.table("rooms")

    /// The owner has read this node's table so far.
    private static func read(_ scene: CopyScene, upTo position: FeedPosition, life: UInt64 = 2) {
        scene.there.change { state in
            state.cursors[table] = position
            state.cursorLife[table] = Incarnation(rawValue: life)
        }
    }

    private static func adopt(_ epoch: UInt64, owner: Mode = .primary, on databases: MemoryDatabase...) {
        for database in databases {
            database.change { state in
                state.scopes = state.scopes.map { scope in
                    scope.scope == .configuration
                        ? ScopeReport(scope: scope.scope, owner: owner, epoch: Epoch(rawValue: epoch)) : scope
                }
            }
        }
    }

    @Test func `drift is put right once the owner has taken what was written here before it`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        scene.here.write("rooms", "101", "mine")
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "mine"]], "the owner may be reading what it covers")
        Self.read(scene, upTo: FeedPosition(rawValue: scene.here.now.head.rawValue - 1))
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "mine"]])
        Self.read(scene, upTo: FeedPosition(rawValue: 1 << 40), life: 77)
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "mine"]], "it read another life of this feed")
        Self.read(scene, upTo: scene.here.now.head)
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "garden"]])
        #expect(scene.here.now.ledger.map(\.reason) == ["drift"])
    }

    @Test func `while the peer has not heard that it owns the rows they are not put back, nor taken from it whole`()
        async throws
    {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        Self.adopt(6, on: scene.here)
        scene.here.write("rooms", "101", "mine")
        Self.read(scene, upTo: scene.here.now.head)
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "mine"]], "released, and not yet received")
        scene.board.change { _ = $0.repairs.insert(CopyScene.rooms.name) }
        await scene.pass(2)
        #expect(scene.here.rows("rooms") == [["101", "mine"]])
        for _ in 0..<3 {
            scene.clock.advance(by: .seconds(6))
            await scene.hear {
                $0.configuration = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 6))
            }
            await scene.desk.pass()
        }
        #expect(scene.here.rows("rooms") == [["101", "garden"]])
    }

    @Test func `a rebuild waits for a row that drift stands in the way of, and ends when it has it`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        Self.adopt(6, on: scene.here, scene.there)
        scene.here.write("rooms", "101", "mine")
        scene.here.change { state in
            state.records[CopyScene.rooms.name, default: CopyRecord()].isRebuilding = true
            state.records[CopyScene.rooms.name]?.isEstablished = true
        }
        func pass(_ times: Int) async {
            for _ in 0..<times {
                scene.clock.advance(by: .seconds(6))
                await scene.hear {
                    $0.configuration = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 6))
                }
                await scene.desk.pass()
            }
        }
        await pass(3)
        #expect(scene.record(CopyScene.rooms).isRebuilding)
        guard case .held? = scene.state(CopyScene.rooms) else {
            Issue.record("\(String(describing: scene.state(CopyScene.rooms)))")
            return
        }
        #expect(scene.here.now.cursors[Self.table] ?? .start == .start, "nothing is passed, also by another daemon")
        Self.read(scene, upTo: scene.here.now.head)
        await pass(3)
        #expect(scene.here.rows("rooms") == [["101", "garden"]])
        #expect(!scene.record(CopyScene.rooms).isRebuilding && scene.state(CopyScene.rooms) == .current)
    }
}
