import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// A repair that the peer carries out, watched from the node where it was asked for.
@Suite struct PeerRepairTests {
    private static let rooms = CopyScene.rooms.name

    private static func report(_ phase: String, done: UInt64, repaired: UInt64) -> ProgressReport {
        ProgressReport(
            item: rooms, table: nil, phase: phase, rowsDone: done, rowsTotal: 100, rowsDifferent: repaired,
            rowsRepaired: repaired, words: nil)
    }

    @Test func `how far the peer has come is told until it is done`() async throws {
        let scene = try await ConsoleScene()
        var reports = try await scene.console.repair(Self.rooms, from: .secondary).makeAsyncIterator()
        #expect(await reports.next()?.phase == "repair")
        #expect(scene.peerBoard.read { $0.repairs } == [Self.rooms])
        // What was under way there before is none of it.
        scene.peerBoard.change { $0.askedRepairs[Self.rooms]?.heard(Self.report("done", done: 100, repaired: 0)) }
        #expect(await reports.next()?.phase == "repair")
        scene.peerBoard.change { $0.askedRepairs[Self.rooms]?.waits("its tables cannot be read yet") }
        #expect(await reports.next()?.words == "its tables cannot be read yet")
        scene.peerBoard.change { content in
            content.askedRepairs[Self.rooms]?.began()
            content.askedRepairs[Self.rooms]?.heard(Self.report("repair", done: 40, repaired: 2))
        }
        let half = await reports.next()
        #expect(half?.rowsDone == 40 && half?.rowsTotal == 100 && half?.rowsRepaired == 2 && half?.words == nil)
        scene.peerBoard.change { $0.askedRepairs[Self.rooms]?.heard(Self.report("done", done: 100, repaired: 3)) }
        let end = await reports.next()
        #expect(end?.phase == "done" && end?.rowsRepaired == 3)
        #expect(await reports.next() == nil)
    }

    @Test func `another repair of the same item begins anew`() async throws {
        let scene = try await ConsoleScene()
        for _ in 0..<2 {
            scene.peerBoard.change { $0.repairs = [] }
            var reports = try await scene.console.repair(Self.rooms, from: .secondary).makeAsyncIterator()
            #expect(await reports.next()?.phase == "repair")
            #expect(scene.peerBoard.read { $0.repairs } == [Self.rooms])
            scene.peerBoard.change { content in
                content.askedRepairs[Self.rooms]?.began()
                content.askedRepairs[Self.rooms]?.heard(Self.report("done", done: 1, repaired: 1))
            }
            #expect(await reports.next()?.phase == "done")
        }
    }

    @Test func `a peer that falls silent, or knows no such item, is told as that`() async throws {
        let scene = try await ConsoleScene()
        var reports = try await scene.console.repair(Self.rooms, from: .secondary).makeAsyncIterator()
        _ = await reports.next()
        scene.control.turn(.silent)
        let end = await reports.next()
        #expect(end?.phase == "failed" && end?.words?.contains("answers no more") == true)
        #expect(await reports.next() == nil)
        scene.control.turn(.up)
        scene.peerBoard.change { $0.items = [] }
        await #expect(throws: ConsoleFailure.refused("the peer refused: item rooms is not switched on here")) {
            _ = try await scene.console.repair(Self.rooms, from: .secondary)
        }
    }

    @Test func `a peer of a former release repairs as well, and is watched there`() async throws {
        let scene = try await ConsoleScene(answering: OlderPeer())
        var reports = try await scene.console.repair(Self.rooms, from: .secondary).makeAsyncIterator()
        #expect(await reports.next()?.words?.contains("watch it there") == true)
        #expect(scene.control.asked.contains(.takeMyRows(.init(item: Self.rooms))))
    }

    @Test func `the copy tells how far it has come, and that it is done`() async throws {
        var scene = try await CopyScene()
        for number in 100..<110 { scene.there.write("rooms", "\(number)", "x") }
        await scene.pass()
        scene.here.change { state in
            state.tables[MemoryDatabase.table("rooms")]?.rows[[.text("105")]] = [.text("105"), .text("unseen")]
        }
        scene.board.change { content in
            content.askedRepairs[Self.rooms] = RepairStanding(item: Self.rooms, ticket: 1)
            content.repairs.insert(Self.rooms)
        }
        await scene.pass()
        let reply = scene.board.read { $0.askedRepairs[Self.rooms]?.reply }
        #expect(reply?.isFinished == true && reply?.rowsRepaired == 1 && reply?.rowsDone == 10)
        #expect(scene.here.rows("rooms") == scene.there.rows("rooms"))
    }

    @Test func `a repair that cannot begin yet says why`() async throws {
        var scene = try await CopyScene()
        await scene.pass()
        scene.there.change { $0.tables[MemoryDatabase.table("rooms")]?.isCaptured = false }
        scene.board.change { content in
            content.askedRepairs[Self.rooms] = RepairStanding(item: Self.rooms, ticket: 1)
            content.repairs.insert(Self.rooms)
        }
        await scene.pass(2)
        let reply = scene.board.read { $0.askedRepairs[Self.rooms]?.reply }
        #expect(reply?.isFinished == false && reply?.words.contains("cannot be read") == true)
    }
}
