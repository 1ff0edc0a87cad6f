import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// What people are told of ringing: troubles, languages, clocks.
extension RingingServiceTests {
    @Test func `the number that is told may be a ring group's, and one that rings nowhere is a trouble that is told`()
        async throws
    {
        for (name, called) in [("250", "104"), ("251", "200"), ("999", "200"), ("102", "102")] {
            let scene = RingingScene()
            let side = scene.alone(desk: try ExtensionNumber(name))
            _ = try await side.ledger.append(WakeUpBatch([scene.wakeUp(1, after: 5)]))
            let groups = [try ExtensionNumber("250"): [try ExtensionNumber("104")]]
            side.board.change {
                $0.phones = HousePhones(
                    rooms: RingingScene.phones.rooms, desk: RingingScene.phones.desk, groups: groups,
                    others: Set(groups.values.joined()))
            }
            side.asterisk.set(.does(.busy), on: channel("101"))
            try await scene.run([side]) {
                try await scene.until("the desk's call") { side.orders.contains { $0.context == "wake-up-desk" } }
                let warning = side.board.read { $0.warnings["wake-ups-desk"] }
                #expect((warning != nil) == (called == "200"), "\(name): \(warning ?? "none")")
                #expect(side.orders.last { $0.context == "wake-up-desk" }?.channel == channel(called))
            }
        }
    }

    @Test func `nobody at the desk is a trouble that is told`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.board.change { $0.phones = HousePhones(rooms: RingingScene.phones.rooms, desk: []) }
        side.asterisk.set(.does(.busy), on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the warning") { side.board.read { $0.warnings["wake-ups-desk"] } != nil }
        }
    }

    @Test func `a node whose database is down at its start says so, and rings what is due once it answers`()
        async throws
    {
        let side = try await side([scene.wakeUp(1, after: 40)])
        side.asterisk.set(.rings, on: channel("101"))
        side.board.change { ($0.isPrepared, $0.isDatabaseUp) = (false, false) }
        side.ledger.withState { $0.trouble = .fails(.unavailable(words: "away")) }
        try await scene.run([side]) {
            try await scene.wait(.seconds(20))
            #expect(side.board.read { $0.warnings["wake-ups-unread"] } == nil, "a database takes its time to start")
            try await scene.wait(.seconds(40))
            let words = side.board.read { $0.warnings["wake-ups-unread"] }
            #expect(words?.hasPrefix("nobody is woken by this node: its database was not reached") == true)
            side.board.change { ($0.isPrepared, $0.isDatabaseUp) = (true, true) }
            try await scene.wait(.seconds(30))
            #expect(side.orders.isEmpty, "it answers to others, and not to this")
            side.ledger.withState { $0.trouble = nil }
            let back = scene.clock.now()
            try await scene.until("the call") { !side.orders.isEmpty }
            #expect(scene.clock.now() - back < .seconds(6))
            #expect(side.board.read { $0.warnings["wake-ups-unread"] } == nil)
        }
    }

    @Test func `outcomes that stay in memory alone are told, until they are kept`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            side.ledger.withState { $0.trouble = .fails(.unavailable(words: "away")) }
            side.board.change { $0.isDatabaseUp = false }
            try await scene.until("the call") { side.orders.count == 1 }
            try await scene.wait(.seconds(5))
            #expect(side.board.read { $0.warnings["wake-ups-ledger"] } == nil, "a moment is no trouble")
            try await scene.wait(.seconds(10))
            let words = side.board.read { $0.warnings["wake-ups-ledger"] }
            #expect(words?.hasSuffix("should this daemon end: away") == true)
            let event = side.board.events.take().last { $0.subject == "wake-ups-ledger" }
            #expect(event?.severity == .alert)
            side.ledger.withState { $0.trouble = nil }
            side.board.change { $0.isDatabaseUp = true }
            try await scene.until("the lines") { side.steps.contains(.rang(1, isReceipted: false)) }
            try await scene.until("the end of it") { side.board.read { $0.warnings["wake-ups-ledger"] } == nil }
        }
    }

    @Test func `while the ledger is not captured what is set is learned all the same`() async throws {
        let side = try await side([])
        side.asterisk.set(.rings, on: channel("101"))
        side.ledger.withState { $0.feed = nil }
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            _ = try await side.ledger.append(WakeUpBatch([scene.wakeUp(1, after: 10)]))
            try await scene.until("the call", within: .seconds(15)) { side.orders.count == 1 }
        }
    }

    @Test func `the greeting is in the guest's language as it is when the phone rings, unless the wake-up names one`()
        async throws
    {
        let side = try await side([
            scene.wakeUp(1, after: 5), scene.wakeUp(2, in: "2", after: 5), scene.wakeUp(3, after: 120, language: "it"),
        ])
        for number in ["101", "102", "103"] { side.asterisk.set(.does(.noAnswer), on: channel(number)) }
        var rows = HouseStateRows()
        rows.stays = [.init(room: "1", language: "fr"), .init(room: "2")]
        try await scene.run([side]) {
            side.board.change { $0.languages = HouseLanguages(rows) }
            try await scene.until("all phones") { side.orders.count == 3 }
            let spoken = side.orders.map { "\($0.callerID ?? ""): \($0["WAKE_LANGUAGE"] ?? "")" }
            #expect(Set(spoken) == ["Wake-up 1 <1>: fr", "Wake-up 2 <2>: "])
            try await scene.until("the third wake-up") {
                side.orders.contains { $0["WAKE_LANGUAGE"] == "it" }
            }
        }
    }

    @Test func `a clock that jumps is told at once, and what it holds rings when somebody says that it is right`()
        async throws
    {
        let side = try await side([scene.wakeUp(1, after: 3_600)])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            try await scene.wait(.seconds(1))
            scene.clock.jump(wallTimeBy: .seconds(3_700))
            try await scene.wait(.seconds(5))
            #expect(side.orders.isEmpty)
            let words = side.board.read { $0.warnings["wake-ups-clock"] }
            #expect(words?.hasSuffix("comxfailover wakeups confirm-clock") == true, "\(words ?? "none")")
            #expect(side.board.events.take().contains { $0.subject == "wake-ups-clock" && $0.severity == .alert })
            #expect(side.board.read { $0.ringing?.isClockHeld } == true)
            side.board.change { $0.clockConfirmations += 1 }
            try await scene.until("the call", within: .seconds(3)) { !side.orders.isEmpty }
            try await scene.until("the end of it") { side.board.read { $0.warnings["wake-ups-clock"] } == nil }
        }
    }

    @Test func `what both nodes changed without knowing of each other is an event, told once`() async throws {
        let set = scene.wakeUp(1, after: 3_600)
        let side = try await side([set])
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            let wakeUp = try #require(side.service.wakeUps?.all.first)
            let plan = try #require(wakeUp.plan)
            for node in Mode.allCases {
                let hour = node == .primary ? 10 : 20
                let time = try TimeOfDay("\(hour):00")
                let edit = wakeUp.edit(.changed(WakeUpPlan(WakeUpSchedule(time, on: plan.schedule.first))), by: node)
                let line = WakeUpEvent(
                    .edited(edit), room: set.room, node: node, epoch: Epoch(rawValue: 1), at: scene.clock.wallTime())
                side.ledger.receive([
                    WakeUpLine(incarnation: Incarnation(rawValue: UInt64(hour)), sequence: 1, event: line)
                ])
            }
            var told: [EventBox.Entry] = []
            try await scene.until("the event") {
                told += side.board.events.take().filter { $0.words.contains("changed on both nodes at once") }
                return !told.isEmpty
            }
            #expect(told.first?.severity == .warning && told.first?.subject == "wake-up S1")
            try await scene.wait(.seconds(30))
            #expect(!side.board.events.take().contains { $0.words.contains("changed on both nodes") })
        }
    }
}
