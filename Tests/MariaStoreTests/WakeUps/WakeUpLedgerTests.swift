import HotelLogic
import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// The wake-up ledger in a real database; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct WakeUpLedgerTests {
        private static let run = BootID(rawValue: .max)
        private let ledger = MariaWakeUpLedger(endpoint: ThrowawayServer.current.administrator)
        private let session: MariaSession
        private let wakeUp = WakeUpID(node: .secondary, number: 3)

        init() throws {
            session = try ThrowawayServer.current.sessionWithoutNode()
            try Accounts.provision(on: session, applyPassword: "applier", peer: nil)
            try SchemaMigrator().migrate(session)
            try FeedLifeTable(session: session).prepare(mode: .secondary, incarnation: Incarnation(rawValue: .max))
        }

        private func edited(
            _ change: WakeUpEdit.Change, revision: UInt32 = 1, of wakeUp: WakeUpID? = nil, by node: Mode = .secondary
        ) throws -> WakeUpEvent {
            WakeUpEvent(
                .edited(WakeUpEdit(wakeUp ?? self.wakeUp, WakeUpRevision(rawValue: revision), change)),
                room: try RoomNumber("412"), node: node, epoch: Epoch(rawValue: 1),
                at: WallTime(microseconds: 1_795_634_048_000_000 + Int64(revision)))
        }

        private func set(_ day: String, of wakeUp: WakeUpID? = nil, by node: Mode = .secondary) throws -> WakeUpEvent {
            let time = try TimeOfDay("07:00")
            let plan = WakeUpPlan(WakeUpSchedule(time, on: try CalendarDate(day)))
            return try edited(.set(plan, WakeUpPlace(try RoomNumber("412"))), of: wakeUp, by: node)
        }

        private func number(_ serial: UInt64) -> WakeUpBatch.Number { .init(run: Self.run, serial: serial) }

        @Test(arguments: 1...4) func `lines of every kind are read as they were written`(seed: UInt64) async throws {
            var samples = WakeUpSamples(seed: seed, node: .secondary)
            let events = try samples.everyKind()
            let lines = try await ledger.append(WakeUpBatch(events))
            #expect(lines.map(\.event) == events)
            #expect(lines.map(\.sequence) == lines.indices.map { lines[0].sequence + UInt64($0) })
            #expect(lines.allSatisfy { $0.incarnation == Incarnation(rawValue: .max) })
            for line in lines { #expect(try await ledger.lines(of: line.event.wakeUp) == [line]) }
        }

        @Test func `a batch whose receipt was lost is kept once`() async throws {
            let first = WakeUpBatch([try set("2026-11-27")], number: number(5))
            let kept = try await ledger.append(first)
            #expect(kept.count == 1)
            #expect(try await ledger.append(first).isEmpty)
            #expect(try await ledger.append(WakeUpBatch([try edited(.cancelled)], number: number(4))).isEmpty)
            let next = WakeUpBatch([try edited(.cancelled, revision: 3)], number: number(6))
            let second = try await ledger.append(next)
            #expect(second.count == 1)
            // Another run counts anew, and what people change has no number.
            let other = WakeUpBatch.Number(run: BootID(rawValue: 2), serial: 1)
            let anew = WakeUpBatch([try edited(.cancelled, revision: 5)], number: other)
            let third = try await ledger.append(anew)
            #expect(third.count == 1)
            let plain = WakeUpBatch([try edited(.cancelled, revision: 7)])
            let fourth = try await ledger.append(plain)
            let lines = try await ledger.lines(of: wakeUp)
            #expect(lines == kept + second + third + fourth)
            #expect(lines.map(\.sequence) == lines.map(\.sequence).sorted() && Set(lines.map(\.sequence)).count == 4)
        }

        @Test func `only wake-ups planned for that day or later are read, with all their lines`() async throws {
            let old = WakeUpID(node: .secondary, number: 1)
            let moved = WakeUpID(node: .primary, number: 2)
            let plan = WakeUpPlan(WakeUpSchedule(try TimeOfDay("06:00"), on: try CalendarDate("2026-11-28")))
            let kept = try await ledger.append(
                WakeUpBatch([
                    try set("2026-11-20", of: old), try set("2026-11-27"), try set("2026-11-20", of: moved),
                    try edited(.changed(plan), revision: 3, of: moved), try edited(.cancelled, revision: 3),
                ]))
            let reading = try await ledger.lines(since: try CalendarDate("2026-11-27"))
            #expect(Set(reading.lines) == Set(kept.dropFirst()))
            #expect(reading.unreadable.isEmpty)
        }

        @Test func `what the other node wrote is noticed, and read with the whole wake-up`() async throws {
            let uncaptured = try await ledger.lines(since: try CalendarDate("2026-11-27")).mark
            try ItemCatalogueTable(session: session).save(
                ItemDefinition(
                    name: ItemName(literal: "wake-up-ledger"), rule: .appendOnly,
                    tables: [.init(name: TableName(schema: "comxfailover", name: "wake_up_event"))], isEnabled: true,
                    isBuiltIn: true))
            _ = try await MariaFeedSource(endpoint: ThrowawayServer.current.administrator).arrangeCapture()
            #expect(try await ledger.lines(after: uncaptured) == nil)
            let other = WakeUpID(node: .secondary, number: 9)
            _ = try await ledger.append(WakeUpBatch([try set("2026-11-27"), try set("2026-11-27", of: other)]))
            let before = try await ledger.lines(since: try CalendarDate("2026-11-27"))
            #expect(before.lines.count == 2)
            #expect(try await ledger.lines(after: before.mark) == WakeUpReading(lines: [], mark: before.mark))
            // As the copy writes it: under the peer's key, with the peer as its origin.
            try session.script(
                """
                INSERT INTO comxfailover.wake_up_event
                  (node, incarnation, sequence, wake_up_node, wake_up_number, revision, event, room, epoch, happened_at,
                   source) VALUES (1, 8, 1, 2, 3, 2, 'cancelled', '412', 2, '2026-11-26 20:00:00', 'web')
                """)
            let feed = try #require(before.mark.feed)
            try session.script("UPDATE comxfailover_node.feed_\(feed) SET node = 1 WHERE k0 = 1")
            let after = try #require(try await ledger.lines(after: before.mark))
            #expect(after.lines.map(\.event.node) == [.secondary, .primary])
            #expect(Set(after.lines.map(\.event.wakeUp)) == [wakeUp])
            #expect(try await ledger.lines(after: after.mark)?.lines == [])
            // An older image of the database: what was known of it counts no more.
            try session.script("DELETE FROM comxfailover_node.feed_\(feed) WHERE k0 = 1")
            #expect(try await ledger.lines(after: after.mark) == nil)
        }

        @Test func `while the ledger is not captured what this node writes is noticed all the same`() async throws {
            #expect(try await ledger.lines(after: WakeUpMark()) == nil, "a mark of nothing says nothing")
            let other = WakeUpID(node: .secondary, number: 9)
            _ = try await ledger.append(WakeUpBatch([try set("2026-11-27"), try set("2026-11-27", of: other)]))
            let before = try await ledger.lines(since: try CalendarDate("2026-11-27"))
            #expect(before.lines.count == 2 && before.mark.feed == nil)
            #expect(try await ledger.lines(after: before.mark) == WakeUpReading(lines: [], mark: before.mark))
            let cancelled = try await ledger.append(WakeUpBatch([try edited(.cancelled, revision: 3)]))
            let after = try #require(try await ledger.lines(after: before.mark))
            let known = before.lines.filter { $0.event.wakeUp != other } + cancelled
            #expect(after.lines.map(\.sequence) == known.map(\.sequence), "with all that is known of the wake-up")
            #expect(try await ledger.lines(after: after.mark)?.lines == [])
            // Another life of the feed counts anew: the mark says nothing about it.
            try session.script("UPDATE comxfailover_node.feed_life SET incarnation = 77 WHERE id = 1")
            #expect(try await ledger.lines(after: after.mark) == nil)
        }

        @Test func `a line that cannot be read does not hide the others`() async throws {
            let kept = try await ledger.append(
                WakeUpBatch([try set("2026-11-27"), try edited(.cancelled, revision: 3)]))
            let number = kept[1].sequence
            try session.script("UPDATE comxfailover.wake_up_event SET room = '' WHERE sequence = \(number)")
            let reading = try await ledger.lines(since: try CalendarDate("2026-11-27"))
            #expect(reading.lines == [kept[0]])
            #expect(reading.unreadable.count == 1)
            #expect(reading.unreadable.first?.hasPrefix("line 2:\(UInt64.max):\(number): ") == true)
        }

        @Test func `what people change is kept by the owner of the guest scope alone`() async throws {
            let batch = WakeUpBatch([try set("2026-11-27")], isOfOwner: true)
            #expect(try await ledger.append(batch).count == 1)
            try session.script("UPDATE comxfailover_node.scope_role SET owner = 1 WHERE scope = 2")
            await #expect(throws: WakeUpLedgerFailure.notOwner(.primary)) { try await ledger.append(batch) }
            #expect(try await ledger.append(WakeUpBatch([try edited(.cancelled, revision: 3)])).count == 1)
        }

        @Test func `behind the barrier of a giveback what happens is kept, and what people change is not`()
            async throws
        {
            try session.script("UPDATE comxfailover_node.scope_role SET phase = 'closed' WHERE scope = 2")
            let change = WakeUpBatch([try set("2026-11-27")], isOfOwner: true)
            let words = "they are being given back to the Primary; try again in a moment"
            await #expect(throws: WakeUpLedgerFailure.retry(words: words)) { try await ledger.append(change) }
            let number = WakeUpBatch.Number(run: BootID(rawValue: 4), serial: 1)
            #expect(try await ledger.append(WakeUpBatch([try set("2026-11-27")], number: number)).count == 1)
        }

        @Test func `a database that is not there is told`() async throws {
            try session.script("DROP DATABASE comxfailover_node")
            let batch = WakeUpBatch([try set("2026-11-27")])
            await #expect(throws: WakeUpLedgerFailure.self) { try await ledger.append(batch) }
        }

        @Test func `an upgrade takes the item of the former table along where the catalogue is owned`() throws {
            let item = ItemDefinition(
                name: ItemName(literal: "wake-ups"), rule: .owned(.guest),
                tables: [.init(name: TableName(schema: "comxfailover", name: "wake_up"))], isEnabled: true,
                isBuiltIn: true)
            let catalogue = ItemCatalogueTable(session: session)
            for owner in [1, 2] {
                try catalogue.save(item)
                try session.script("UPDATE comxfailover_node.scope_role SET owner = \(owner) WHERE scope = 1")
                try session.script("DELETE FROM comxfailover_node.schema_migration WHERE number = 121")
                try SchemaMigrator().migrate(session)
                let isThere = try catalogue.all().contains { $0.name == item.name }
                #expect(isThere == (owner == 1))
            }
        }
    }
}
