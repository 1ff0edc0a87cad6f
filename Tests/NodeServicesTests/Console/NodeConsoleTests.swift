import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

@Suite struct NodeConsoleTests {
    private static func last(_ reports: AsyncStream<ProgressReport>) async -> ProgressReport? {
        var last: ProgressReport?
        for await report in reports { last = report }
        return last
    }

    @Test func `a starting node warns of nothing, one whose database is down does`() async throws {
        let scene = try await ConsoleScene()
        scene.copy.board.change { content in
            content.isDatabaseUp = false
            content.isDatabaseStarting = true
        }
        #expect(await scene.console.status().warnings == [])
        #expect(await scene.console.status().database == "starting")
        scene.copy.board.change { content in
            content.isDatabaseStarting = false
            content.database = "Connection refused (111)"
        }
        #expect(
            await scene.console.status().warnings == ["this node's database does not answer: Connection refused (111)"])
    }

    @Test func `a clock is confirmed where something waits because of it, and else that is said`() async throws {
        let scene = try await ConsoleScene()
        await #expect(throws: ConsoleFailure.self) { try await scene.console.confirmClock() }
        let stand = RingingStand(
            mark: .init(run: BootID(rawValue: 1), serial: 1), isFirst: true, epoch: Epoch(rawValue: 1), ability: .full,
            holdsTurn: true)
        func standing(isClockHeld: Bool) -> RingingStanding {
            RingingStanding(
                stand: stand, rings: true, lastStep: scene.copy.clock.now(), dueCount: 0, unkeptCount: 0,
                isClockHeld: isClockHeld)
        }
        scene.copy.board.change { $0.ringing = standing(isClockHeld: false) }
        await #expect(throws: ConsoleFailure.refused("the clock is trusted: no wake-up waits because of it")) {
            try await scene.console.confirmClock()
        }
        scene.copy.board.change { $0.ringing = standing(isClockHeld: true) }
        try await scene.console.confirmClock()
        #expect(scene.copy.board.read { $0.clockConfirmations } == 1)
    }

    @Test func `status shows peer, items and their words`() async throws {
        var scene = try await ConsoleScene()
        scene.copy.here.change { $0.tables[MemoryDatabase.table("rooms")]?.poison[[.text("1")]] = "Data too long" }
        scene.copy.there.write("rooms", "1", "x")
        await scene.copy.pass()
        let report = await scene.console.status()
        #expect(report.peer?.state == "online" && report.peer?.address == "192.168.101.2")
        let rooms = try #require(report.items.first { $0.name == CopyScene.rooms.name })
        #expect(rooms.state == "quarantined")
        #expect(rooms.words?.contains("comxfailover replication retry rooms") == true)
    }

    @Test func `a comparison finds what differs, and a repair takes the owner's rows`() async throws {
        var scene = try await ConsoleScene()
        for number in 100..<125 { scene.copy.there.write("rooms", "\(number)", "x") }
        await scene.copy.pass()
        scene.copy.here.change { state in
            state.tables[MemoryDatabase.table("rooms")]?.rows[[.text("105")]] = [.text("105"), .text("unseen")]
            state.tables[MemoryDatabase.table("rooms")]?.rows[[.text("900")]] = [.text("900"), .text("stray")]
        }
        let found = await Self.last(try await scene.console.compare(nil))
        #expect(found?.phase == "done" && found?.rowsDifferent == 2 && found?.rowsRepaired == 0)
        let repaired = await Self.last(try await scene.console.repair(CopyScene.rooms.name, from: nil))
        #expect(repaired?.phase == "done" && repaired?.rowsRepaired == 2)
        #expect(scene.copy.here.rows("rooms") == scene.copy.there.rows("rooms"))
        #expect(scene.copy.here.now.ledger.count == 2)
        #expect(scene.copy.board.read { $0.arrivals } == [CopyScene.rooms.name])
    }

    @Test func `a repair where nobody owns the rows asks whose are right`() async throws {
        let scene = try await ConsoleScene()
        await #expect(throws: ConsoleFailure.self) {
            _ = try await scene.console.repair(CopyScene.notes.name, from: nil)
        }
    }

    @Test func `items are chosen on the owner of the configuration alone`() async throws {
        var scene = try await ConsoleScene()
        let refusal = ConsoleFailure.refused(
            "items are chosen on the Primary, which owns the configuration; run the same command there")
        await #expect(throws: refusal) { try await scene.console.disableItem(CopyScene.rooms.name) }
        await scene.turnOver()
        try await scene.console.disableItem(CopyScene.rooms.name)
        #expect(scene.copy.here.now.items.first { $0.name == CopyScene.rooms.name }?.isEnabled == false)
        try await scene.console.enableItem(CopyScene.rooms.name)
        try await scene.console.removeItem(CopyScene.notes.name)
        #expect(scene.copy.here.now.items.map(\.name) == [CopyScene.rooms.name])
        await #expect(throws: ConsoleFailure.self) { try await scene.console.enableItem(CopyScene.notes.name) }
    }

    @Test func `while the configuration is given back no item is chosen`() async throws {
        var scene = try await ConsoleScene()
        await scene.turnOver()
        scene.copy.board.change { content in
            for report in content.scopes where report.scope == .configuration {
                let start = Instant(nanoseconds: 1)
                var machine = ReignMachine(scope: report.scope, own: report.owner, startedAt: start)
                _ = machine.take(.tick, at: start)
                let ownership = Ownership(scope: report.scope, owner: report.owner, epoch: report.epoch)
                _ = machine.take(.loaded(ReignRecord(ownership, .closed)), at: start)
                content.reigns[report.scope] = machine
            }
        }
        let refusal = ConsoleFailure.refused("the configuration is changing hands; try again in a moment")
        await #expect(throws: refusal) { try await scene.console.disableItem(CopyScene.rooms.name) }
    }

    @Test func `a table belongs to one item, and must be there`() async throws {
        var scene = try await ConsoleScene()
        await scene.turnOver()
        func item(_ table: String) -> NewItem {
            NewItem(
                name: ItemName(literal: "more"), rule: .appendOnly,
                tables: [.init(table: MemoryDatabase.table(table), keyColumns: [])], afterChange: [])
        }
        await #expect(throws: ConsoleFailure.refused("hotel.rooms belongs to item rooms already")) {
            try await scene.console.addItem(item("rooms"))
        }
        await #expect(throws: ConsoleFailure.self) { try await scene.console.addItem(item("nowhere")) }
        #expect(scene.copy.here.now.items.count == 2)
    }

    @Test func `families of Asterisk's database get their tables before they are looked for`() async throws {
        var scene = try await ConsoleScene()
        await scene.turnOver()
        func add(_ rule: ItemRule, _ tables: String...) async throws(ConsoleFailure) {
            try await scene.console.addItem(
                NewItem(
                    name: ItemName(literal: "forwarding"), rule: rule,
                    tables: tables.map {
                        .init(table: TableName(schema: "comxfailover", name: "astdb:\($0)"), keyColumns: [])
                    }, afterChange: []))
        }
        for names in [["registrar/contact"], ["AMPUSER", "AMPUSER/201"], ["no family"]] {
            let failure = await #expect(throws: ConsoleFailure.self) {
                try await add(.newestWins, names[0], names.last ?? "")
            }
            guard case .invalid? = failure else {
                Issue.record("\(names): \(String(describing: failure))")
                continue
            }
        }
        await #expect(throws: ConsoleFailure.self) { try await add(.appendOnly, "CF") }
        #expect(scene.families.families.isEmpty, "what is refused leaves nothing behind")
        // The database in memory makes no tables; that the store was asked for one is seen all the same.
        await #expect(throws: ConsoleFailure.self) { try await add(.newestWins, "CF") }
        #expect(scene.families.families.map(\.description) == ["CF"])
    }

    @Test func `a row that lost is put back on its owner, through the peer's daemon`() async throws {
        var scene = try await ConsoleScene()
        scene.copy.there.write("rooms", "101", "garden")
        await scene.copy.pass()
        scene.copy.here.write("rooms", "101", "mine")
        scene.copy.isReadByPeer()
        await scene.copy.pass(2)
        let entry = try #require(try await scene.console.conflicts(openOnly: true).first)
        try await scene.console.restore(conflict: entry.id)
        #expect(scene.copy.there.rows("rooms") == [["101", "mine"]])
        await scene.copy.pass()
        #expect(scene.copy.here.rows("rooms") == [["101", "mine"]])
        #expect(try await scene.console.conflicts(openOnly: true).isEmpty)
        await #expect(throws: ConsoleFailure.self) { try await scene.console.restore(conflict: entry.id) }
        await #expect(throws: ConsoleFailure.self) { try await scene.console.restore(conflict: 999) }
    }

    @Test func `triggers are removed, and the decision stands in the list`() async throws {
        let scene = try await ConsoleScene()
        #expect(try await scene.console.removeTriggers() == 6)
        #expect(await scene.console.explain(limit: 5).first?.decision.contains("all triggers were removed") == true)
    }

    @Test func `a database that is away is said to be, not the item`() async throws {
        let scene = try await ConsoleScene()
        scene.copy.here.change { $0.isUp = false }
        await #expect(
            throws: ConsoleFailure.unavailable("this node's database does not answer: Connection refused (111)")
        ) {
            try await scene.console.coverage()
        }
    }
}
