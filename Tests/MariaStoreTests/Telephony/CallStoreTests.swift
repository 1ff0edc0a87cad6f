import HotelLogic
import MariaStore
import MariaTestKit
import Ports
import Testing
import Vocabulary
import Wire

extension MariaStoreTests.MigrationTests {
    /// Call records in a real database; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct CallStoreTests {
        let store = MariaCallStore(endpoint: ThrowawayServer.current.administrator)
        let session: MariaSession

        init() throws {
            session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            for schema in [Schemas.hotel, Schemas.node, Schemas.feed] {
                try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
            }
            try SchemaMigrator().migrate(session)
            try FeedLifeTable(session: session).prepare(mode: .secondary, incarnation: Incarnation(rawValue: 7))
        }

        private func entry(
            _ id: String, number: String = "1", at seconds: Int64 = 1_795_634_048,
            outcome: CallEntry.Outcome = .answered, room: String? = "101"
        ) -> CallEntry {
            let start = WallTime(microseconds: seconds * 1_000_000 + 123_456)
            return CallEntry(
                leg: .init(uniqueID: "u-\(id)", number: number), callID: "c-\(id)", direction: .outbound,
                calling: "1001", dialled: "0301", called: "0301", room: room, trunk: "city", startedAt: start,
                answeredAt: outcome == .busy ? nil : WallTime(microseconds: start.rawValue + 2_500_000),
                endedAt: WallTime(microseconds: start.rawValue + 60_000_001), outcome: outcome)
        }

        private func batch(_ revision: UInt64, _ entries: [CallEntry] = []) -> CallBatch {
            var batch = CallBatch(
                revision: revision,
                positions: [.records: CallFilePosition(file: 12, offset: 345 + revision, fingerprint: 0xABCD)],
                aliveAt: WallTime(microseconds: 1_795_634_100_000_001))
            batch.entries = entries
            return batch
        }

        @Test func `a batch and its place are kept together and read again`() async throws {
            #expect(try await store.reading() == CallReading())
            var leg = OpenLeg(
                uniqueID: "u-9", linkedID: "l-9", channel: "PJSIP/1001-1", source: "101", destination: "'; DROP",
                started: WallTime(microseconds: 1_795_634_048_000_001))
            leg.answered = WallTime(microseconds: 1_795_634_049_000_002)
            leg.ended = WallTime(microseconds: 1_795_634_050_000_003)
            leg.callID = "c-9"
            leg.caller = "1001"
            leg.room = "101"
            leg.trunk = "city"
            var batch = batch(0, [entry("a"), entry("b", outcome: .interrupted, room: nil)])
            batch.opened = [leg]
            batch.refused = [.init(file: .records, line: [0x22, 0xFF, 0x00], reason: "quotes do not fit")]
            let kept = try await store.keep(batch)
            #expect(kept == (try await store.reading()))
            #expect(kept.revision == 1 && kept.open == [leg] && kept.positions == batch.positions)
            #expect(kept.aliveAt == batch.aliveAt && kept.lastEndedAt == entry("a").endedAt)
            #expect(kept.recordsWritten == 2 && kept.recordsInterrupted == 1 && kept.linesRefused == 1)
            let line = try session.query("SELECT file, line, reason FROM comxfailover_node.call_line_refused")
            #expect(try line.first?.bytes("line") == [0x22, 0xFF, 0x00])
            let shown = try #require(try await store.refusedLines(limit: 5).first)
            #expect(shown.file == "records" && shown.reason == "quotes do not fit" && shown.line == "\"\u{FFFD}\0")
            #expect(shown.readAt > WallTime(microseconds: 1_700_000_000_000_000))
            batch = self.batch(1)
            batch.closed = ["u-9"]
            #expect(try await store.keep(batch).open.isEmpty)
            await store.close()
        }

        @Test func `records read back what was kept, to the microsecond, whatever the session's zone`() async throws {
            let entries = [entry("a"), entry("b", at: 1_795_634_050, outcome: .busy)]
            _ = try await store.keep(batch(0, entries))
            let calls = try await store.calls(CallQuery())
            #expect(
                calls
                    == entries.enumerated().map { index, entry in
                        CallReport(
                            node: .secondary, incarnation: Incarnation(rawValue: 7), sequence: UInt64(index + 1),
                            entry: entry)
                    }.reversed())
            let row = try session.query(
                """
                SELECT CAST(started_at AS CHAR) AS started, ring_milliseconds, talk_milliseconds
                FROM comxfailover.call_record WHERE sequence = 1
                """)
            #expect(try row.first?.text("started") == "2026-11-25 19:14:08.123456")
            #expect(try row.first?.unsigned("ring_milliseconds") == 2_500)
            #expect(try row.first?.unsigned("talk_milliseconds") == 57_500)
            await store.close()
        }

        @Test func `a batch that goes on from another reading is refused, and nothing of it is kept`() async throws {
            _ = try await store.keep(batch(0, [entry("a")]))
            await #expect(throws: CallStoreFailure.moved) { try await store.keep(batch(0, [entry("b")])) }
            #expect(try await store.calls(CallQuery()).map(\.callID) == ["c-a"])
            #expect(try await store.reading().revision == 1)
            await store.close()
        }

        @Test func `no leg is written down twice, nor an interrupted one whose record came`() async throws {
            _ = try await store.keep(
                batch(0, [entry("a"), entry("a", number: "2"), entry("b", outcome: .interrupted)]))
            let kept = try await store.keep(
                batch(
                    1,
                    [
                        entry("a"), entry("a", number: "interrupted", outcome: .interrupted), entry("c"),
                        entry("b", outcome: .interrupted),
                    ]))
            #expect(kept.recordsWritten == 4)
            let calls = try await store.calls(CallQuery())
            #expect(calls.map(\.sequence).sorted() == [1, 2, 3, 4])
            #expect(calls.map(\.callID).sorted() == ["c-a", "c-a", "c-b", "c-c"])
            await store.close()
        }

        @Test func `another life counts anew, and the peer's records stand beside`() async throws {
            _ = try await store.keep(batch(0, [entry("a")]))
            try session.execute("UPDATE comxfailover_node.feed_life SET incarnation = 8")
            try session.execute(
                """
                INSERT INTO comxfailover.call_record (node, incarnation, sequence, call_id, direction, calling, dialled,
                  called, started_at, ended_at, ring_milliseconds, talk_milliseconds, outcome)
                VALUES (1, 3, 900, 'c-a', 'peer', '1001', '0301', '0301', NOW(6), NOW(6), 0, 0, 'answered')
                """)
            _ = try await store.keep(batch(1, [entry("b")]))
            let keys = try await store.calls(CallQuery()).map {
                "\($0.node.number) \($0.incarnation.rawValue) \($0.sequence)"
            }
            #expect(keys.sorted() == ["1 3 900", "2 7 1", "2 8 1"])
            await store.close()
        }

        @Test func `calls are found by number, room, time and fate`() async throws {
            _ = try await store.keep(
                batch(
                    0,
                    [
                        entry("a"), entry("b", at: 1_795_700_000, outcome: .interrupted, room: "102"),
                        entry("c", at: 1_795_800_000),
                    ]))
            func found(_ query: CallQuery) async throws -> [String] { try await store.calls(query).map(\.callID) }
            #expect(try await found(CallQuery()) == ["c-c", "c-b", "c-a"])
            #expect(try await found(CallQuery(limit: 1)) == ["c-c"])
            #expect(try await found(CallQuery(room: "102")) == ["c-b"])
            #expect(try await found(CallQuery(interruptedOnly: true)) == ["c-b"])
            #expect(try await found(CallQuery(number: "1001")).count == 3)
            #expect(try await found(CallQuery(number: "0301")).count == 3)
            #expect(try await found(CallQuery(number: "1")).isEmpty)
            #expect(
                try await found(CallQuery(since: WallTime(microseconds: 1_795_700_000_123_456))) == ["c-c", "c-b"])
            await store.close()
        }
    }
}
