import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The command after changes.
@Suite struct ArrivalTests {
    /// Runs the commands that were asked for so far, and ends.
    private func ran(_ scene: CopyScene, expecting count: Int) async -> [[String]] {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await scene.arrivals.run() }
            for _ in 0..<10_000 where scene.commands.ran.count < count { await Task.yield() }
            group.cancelAll()
            await group.waitForAll()
        }
        return scene.commands.ran
    }

    @Test func `the command is asked once for all changes of a catch-up, and not again without any`() async throws {
        var settings = CopyServiceSettings()
        settings.batchRows = 5
        var scene = try await CopyScene(settings: settings)
        for number in 100..<130 { scene.there.write("rooms", "\(number)", "x") }
        await scene.pass(3)
        #expect(await ran(scene, expecting: 1) == [["reload", "rooms"]])
    }

    @Test func `an item without a command asks for none`() async throws {
        var scene = try await CopyScene()
        scene.there.write("notes", "1", "hello")
        await scene.pass()
        #expect(await ran(scene, expecting: 1) == [])
    }

    @Test func `a repair that replaced rows asks for the command, one that replaced none does not`() async throws {
        var scene = try await CopyScene()
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        scene.board.change { _ = $0.repairs.insert(CopyScene.rooms.name) }
        await scene.pass()
        #expect(await ran(scene, expecting: 2).count == 1)
    }

    @Test func `a command that fails is a warning until it succeeds`() async throws {
        var scene = try await CopyScene()
        scene.commands.end(with: .exited(3))
        scene.there.write("rooms", "101", "garden")
        await scene.pass()
        #expect(await ran(scene, expecting: 1).count == 1)
        #expect(scene.board.now.warnings["command rooms"]?.contains("reload rooms") == true)
        #expect(scene.decisions.first == "the command after changes of rooms failed")
    }
}
