import MariaStore
import MariaTestKit
import Ports
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// Events in a real database; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct EventStoreTests {
        let store = MariaEventStore(endpoint: ThrowawayServer.current.administrator)
        let session: MariaSession

        init() throws {
            session = try ThrowawayServer.current.sessionWithoutNode()
            try SchemaMigrator().migrate(session)
        }

        private func line(
            _ id: UInt64, _ severity: Severity = .alert, _ words: String = "words", due: Set<AlertChannel> = []
        ) -> EventLine {
            let event = Event(
                at: WallTime(microseconds: Int64(id)), severity, .wakeUp, about: "101", words,
                evidence: ["one", "two \u{1f6ce}"], isOver: id % 2 == 0)
            return EventLine(id: id, event: event, due: due)
        }

        private static let start: UInt64 = 1_700_000_000_123_456

        @Test func `what is kept is read again, letter by letter, the newest first`() async throws {
            let lines = [
                line(Self.start, .alert, "O'Hara; \"x\" \\ \u{1d11e}", due: [.mail, .webhook]),
                line(Self.start + 1, .warning, due: [.mail]), line(Self.start + 2, .information),
            ]
            try await store.keep(lines)
            try await store.keep(lines)
            #expect(try await store.events(EventQuery()) == lines.reversed())
            #expect(try await store.lastID() == Self.start + 2)
        }

        @Test func `events are found by moment, severity and number`() async throws {
            try await store.keep([
                line(Self.start, .alert), line(Self.start + 10, .information), line(Self.start + 20, .warning),
            ])
            func ids(_ query: EventQuery) async throws -> [UInt64] {
                try await store.events(query).map { $0.id - Self.start }
            }
            #expect(try await ids(EventQuery(minimum: .warning)) == [20, 0])
            #expect(try await ids(EventQuery(minimum: .alert)) == [0])
            let since = WallTime(microseconds: Int64(Self.start) + 10)
            #expect(try await ids(EventQuery(since: since)) == [20, 10])
            #expect(try await ids(EventQuery(limit: 1)) == [20])
        }

        @Test func `what still has to leave is told, the oldest first, until it is settled`() async throws {
            try await store.keep([
                line(Self.start, due: [.mail, .webhook]), line(Self.start + 1, due: [.webhook]), line(Self.start + 2),
            ])
            #expect(try await store.due(limit: 9).map(\.id) == [Self.start, Self.start + 1])
            #expect(try await store.due(limit: 1).map(\.id) == [Self.start + 1])
            try await store.settle([Self.start, Self.start + 1, 7], on: .webhook)
            #expect(try await store.due(limit: 9) == [line(Self.start, due: [.mail])])
            try await store.settle([Self.start], on: .mail)
            #expect(try await store.due(limit: 9).isEmpty)
        }

        @Test func `the oldest are let go, by age and by number`() async throws {
            try await store.keep((0..<30).map { line(Self.start + $0) })
            try await store.trim(before: WallTime(microseconds: Int64(Self.start) + 10), countMax: 100)
            #expect(try await store.events(EventQuery(limit: 99)).count == 20)
            try await store.trim(before: WallTime(microseconds: 0), countMax: 5)
            #expect(try await store.events(EventQuery(limit: 99)).map { $0.id - Self.start } == [29, 28, 27, 26, 25])
            try await store.trim(before: WallTime(microseconds: 0), countMax: 5)
            #expect(try await store.events(EventQuery(limit: 99)).count == 5)
        }

        @Test func `a database that is not there is told`() async throws {
            try session.script("DROP DATABASE \(MariaIdentifier.quoted(Schemas.node))")
            await #expect(throws: EventStoreFailure.self) { try await store.keep([line(1)]) }
            await #expect(throws: EventStoreFailure.self) { try await store.events(EventQuery()) }
        }
    }
}
