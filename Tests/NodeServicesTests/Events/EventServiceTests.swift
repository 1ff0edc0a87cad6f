import PairLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

@Suite struct EventServiceTests {
    private let store = MemoryEventStore()
    private let webhook = MemoryAlerts()
    private let mail = MemoryAlerts()
    private let board = NodeBoard(mode: .secondary)
    private let clock = MemoryClock()

    init() { database(isUp: true) }

    private func database(isUp: Bool) {
        board.change {
            $0.isPrepared = isUp
            $0.isDatabaseUp = isUp
        }
        store.withState { $0.trouble = isUp ? nil : "connection refused" }
    }

    private func service(mail hasMail: Bool = false) -> EventService {
        var settings = EventServiceSettings()
        settings.property = "Seaside"
        settings.host = "10.20.20.2"
        settings.countMax = 50
        return EventService(
            store: store, channels: hasMail ? [.webhook: webhook, .mail: mail] : [.webhook: webhook], board: board,
            clock: clock, settings: settings, logger: RunningService.quietLogger)
    }

    /// What happened is picked up and kept.
    private func look(_ service: EventService) async {
        service.pickUp()
        await service.keepWhatHappened()
    }

    /// What happened is picked up, and told once it has lasted.
    private func pass(_ service: EventService, after duration: Duration = .seconds(6)) async {
        await look(service)
        clock.advance(by: duration)
        for channel in AlertChannel.allCases { await service.tell(on: channel) }
        await look(service)
    }

    private func fail(_ words: String = "the peer is gone") {
        board.record(.peer, words, ["no heartbeat"], at: clock.wallTime(), as: EventSort(.peer, .alert))
    }

    @Test func `a decision is kept and told, with all that belongs to it`() async {
        let service = service(mail: true)
        fail()
        await pass(service)
        let told = webhook.told
        #expect(told.count == 1 && mail.told == told)
        let first = told.first
        #expect(first?.words == "the peer is gone" && first?.evidence == ["no heartbeat"])
        #expect(first?.property == "Seaside" && first?.node == .secondary && first?.host == "10.20.20.2")
        #expect(first?.severity == .alert && first?.kind == .peer && first?.count == 1)
        #expect(store.lines.map(\.event.words) == ["the peer is gone"])
        #expect(store.lines.allSatisfy { $0.due.isEmpty })
    }

    @Test func `a warning is an event when it comes and when it goes, not while it lasts`() async {
        let service = service()
        for _ in 0..<3 { board.warn("manager", "Asterisk's manager does not answer") }
        await pass(service)
        board.warn("manager", nil)
        board.warn("manager", nil)
        await pass(service)
        #expect(store.lines.map(\.event.kind) == [.asterisk, .asterisk])
        #expect(store.lines.map(\.event.severity) == [.alert, .information])
        #expect(webhook.told.map(\.isOver) == [false, true])
        #expect(webhook.told.last?.words == "over: Asterisk's manager does not answer")
    }

    @Test func `that the database is down is told while it is down, and kept afterwards`() async {
        let service = service()
        database(isUp: false)
        board.record(.database, "down", [], at: clock.wallTime(), as: EventSort(.database, .alert))
        await pass(service)
        #expect(webhook.told.map(\.words) == ["down"])
        #expect(store.lines.isEmpty)
        database(isUp: true)
        await look(service)
        #expect(store.lines.map(\.event.words) == ["down"])
        #expect(store.lines.allSatisfy { $0.due.isEmpty }, "what was told is not told again after a restart")
    }

    @Test func `a database that hangs holds up nobody who is to be told`() async throws {
        let service = service()
        store.hang()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            fail()
            await store.hanging()
            board.record(
                .database, "another thing", [], at: clock.wallTime(), as: EventSort(.database, .alert))
            var rounds = 0
            while webhook.told.count < 2, rounds < 100_000 {
                rounds += 1
                clock.advance(by: .milliseconds(10))
                await Task.yield()
            }
            #expect(webhook.told.map(\.words) == ["the peer is gone", "another thing"])
            #expect(store.lines.isEmpty)
            store.goOn()
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test func `what was not told is told by the next run, and what was told is not told again`() async {
        let first = service()
        webhook.set(trouble: "it answers 500")
        fail("one")
        await pass(first)
        #expect(webhook.tries == 1 && webhook.told.isEmpty)
        #expect(store.lines.first { $0.event.words == "one" }?.due == [.webhook])
        webhook.set(trouble: nil)
        let second = service()
        await pass(second)
        #expect(webhook.told.contains { $0.words == "one" })
        #expect(store.lines.allSatisfy { $0.due.isEmpty || $0.event.kind == .alerts })
        let third = service()
        let count = webhook.told.count
        await pass(third)
        #expect(webhook.told.filter { $0.words == "one" }.count == 1 && webhook.told.count <= count + 1)
    }

    @Test func `a house that was not woken is told in one, and none of it is told again`() async {
        let service = service(mail: true)
        for room in 101...140 {
            board.record(
                .node, "nobody was woken in room \(room)", [], at: clock.wallTime(),
                as: EventSort(.wakeUp, .alert, about: "room \(room)"))
        }
        await pass(service)
        #expect(webhook.told.count == 1 && mail.told == webhook.told)
        #expect(webhook.told.first?.words == "nobody was woken in room 101")
        let others = webhook.told.first?.others ?? []
        #expect(others.map(\.words) == (102...140).map { "nobody was woken in room \($0)" })
        #expect(store.lines.count == 40 && store.lines.allSatisfy { $0.due.isEmpty })
    }

    @Test func `a channel that was switched off has nothing left to be told`() async {
        let both = service(mail: true)
        mail.set(trouble: "no mail program")
        fail()
        await pass(both)
        #expect(store.lines.contains { $0.due == [.mail] })
        await pass(service())
        #expect(!store.lines.contains { $0.due.contains(.mail) && $0.event.kind == .peer })
    }

    @Test func `a channel that takes nothing is a warning until it does`() async {
        let service = service()
        webhook.set(trouble: "it answers 500")
        fail()
        await pass(service)
        #expect(board.now.warnings["webhook"] == "alerts are not taken by webhook: it answers 500")
        webhook.set(trouble: nil)
        await pass(service, after: AlertMachine.pauseMin)
        #expect(board.now.warnings["webhook"] == nil)
        #expect(webhook.told.first?.words == "the peer is gone")
    }

    @Test func `numbers rise, also where several happen at once and the clock goes back`() async {
        let service = service()
        for number in 0..<5 { fail("event \(number)") }
        await look(service)
        clock.jump(wallTimeBy: .seconds(-3_600))
        fail("later")
        await look(service)
        #expect(store.lines.map(\.event.words) == (0..<5).map { "event \($0)" } + ["later"])
        // Another run goes on above what is kept.
        let next = self.service()
        await look(next)
        fail("after a restart")
        await look(next)
        #expect(store.lines.last?.event.words == "after a restart")
    }

    @Test func `of what cannot be kept for long, mere information makes room`() async {
        let service = service()
        database(isUp: false)
        fail("grave")
        await look(service)
        for round in 0..<8 {
            for number in 0..<1_000 {
                board.record(.item, "\(round) \(number)", [], at: clock.wallTime())
            }
            await look(service)
        }
        database(isUp: true)
        await look(service)
        await look(service)
        #expect(store.lines.count <= EventBook.unkeptMax)
        #expect(store.withState { $0.writes } > 1)
    }

    @Test func `the oldest are let go, by number and by age`() async {
        let service = service()
        for number in 0..<80 { board.record(.item, "\(number)", [], at: clock.wallTime()) }
        await look(service)
        #expect(store.lines.count == 50)
        clock.advance(by: .seconds(91 * 86_400))
        fail("new")
        await look(service)
        #expect(store.lines.map(\.event.words) == ["new"])
    }

    @Test func `people see what happened also while the database is away`() async throws {
        let service = service()
        let console = EventsConsole(store: store, service: service)
        fail("one")
        await look(service)
        database(isUp: false)
        fail("two")
        await look(service)
        let seen = try await console.events(EventQuery(minimum: .alert))
        #expect(seen.map(\.words) == ["two", "one"])
        #expect(try await console.events(EventQuery(minimum: .alert, limit: 1)).count == 1)
        database(isUp: true)
        await look(service)
        #expect(try await console.events(EventQuery(minimum: .alert)).map(\.words) == ["two", "one"])
    }

    @Test func `a call for help names the room`() async {
        let emergency = EmergencyService(asterisk: MemoryAsterisk(), board: board)
        let fields = [("UserEvent", "Emergency"), ("Number", "112"), ("Extension", "1001"), ("Room", "101")]
        let message = AMIMessage(fields.map { AMIField($0.0, $0.1) })
        emergency.heard(.happened(.notice(DialplanNotice(name: "Emergency", message: message))))
        emergency.heard(.happened(.notice(DialplanNotice(name: "Loop", message: message))))
        let service = service()
        await look(service)
        await service.tell(on: .webhook)
        #expect(webhook.told.map(\.words) == ["room 101 called 112"])
        #expect(webhook.told.first?.kind == .emergency && webhook.told.first?.severity == .alert)
    }

    @Test func `what nobody picks up for long makes room for the newest`() {
        for number in 0...EventBox.waitingMax { fail("\(number)") }
        let taken = board.events.take()
        #expect(taken.count == EventBox.waitingMax && taken.last?.words == "\(EventBox.waitingMax)")
        #expect(board.events.take().isEmpty)
    }
}
