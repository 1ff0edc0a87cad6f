import MariaStore
import PairLogic
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What follows from the position of a captured write, and the gate between two reigns.
    @Suite struct ReignTests {
        private static let columns = "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL"
        private static let secondaryRules = ScopeReport(
            scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))
        private static let away = Ownership(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))
        private static let primaryRules = ScopeReport(
            scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4))

        @Test func `each write has the epoch of the reign it was made in, and drift is claimed by the next own one`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                try await pair.primary.source.adopt(Self.secondaryRules)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (2)")
                let table = try #require(try await pair.primary.announced("t"))
                let drift = try await pair.primary.store.drift(of: table, limit: 10)
                #expect(drift.keys == [[.integer(2)]] && drift.write(under: [.integer(2)])?.epoch.rawValue == 3)
                #expect(try await pair.primary.store.beginHealing() == [table.number])
                try await pair.primary.source.adopt(Self.primaryRules)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (3)")
                let shipped = try await pair.primary.feed.batch(
                    of: table, after: .start, limit: 10, origin: .only(.primary))
                #expect(shipped.rows.map(\.key) == [[.integer(1)], [.integer(2)], [.integer(3)]])
                #expect(shipped.rows.map(\.stamp.version.epoch.rawValue) == [2, 4, 4])
                let known = try await pair.primary.feed.rows(of: table, keys: (1...3).map { [.integer($0)] })
                #expect(known.map(\.stamp.version.epoch.rawValue).sorted() == [2, 4, 4])
                #expect(known.allSatisfy { !$0.stamp.isDrift }, "what was drift is claimed by the reign that began")
            }
        }

        @Test func `who asks for the gate is refused while a captured write is open, in whatever way it is held open`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                try await pair.primary.run("LOCK TABLES hotel.t WRITE", "INSERT INTO hotel.t (id) VALUES (1)")
                #expect(try await source.drawQuietly() == nil)
                try await pair.primary.run(
                    "UNLOCK TABLES", "START TRANSACTION", "INSERT INTO hotel.t (id) VALUES (2)", "SAVEPOINT here",
                    "INSERT INTO hotel.t (id) VALUES (3)", "ROLLBACK TO here")
                #expect(try await source.drawQuietly() == nil)
                try await pair.primary.run("COMMIT", "START TRANSACTION", "UPDATE hotel.t SET v = v")
                #expect(try await source.drawQuietly() == nil)
                try await pair.primary.run("ROLLBACK")
                #expect(try await source.drawQuietly() != nil)
            }
        }

        @Test func `a reader with a snapshot of everything holds no change of owner up`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let table = try #require(try await pair.primary.announced("t"))
                _ = try await pair.primary.feed.openSnapshot(newsIn: [(table, .start)], origin: .all)
                _ = try await pair.primary.feed.catalogue()
                _ = try await pair.primary.feed.batch(of: table, after: .start, limit: 10, origin: .all)
                try await pair.primary.source.adopt(Self.secondaryRules)
                #expect(try await pair.primary.source.drawQuietly() != nil)
                await pair.primary.feed.closeSnapshot()
            }
        }

        @Test func `nothing is settled while a prepared transaction waits, though its program is gone`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await leavePrepared(at: pair.primary.administrator)
                #expect(try await pair.primary.source.drawQuietly() == nil)
                try await pair.primary.run("XA COMMIT 'two'")
                let drawn = try #require(try await pair.primary.source.drawQuietly())
                #expect(try await pair.primary.source.head(after: .start) < drawn)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a key that was deleted and comes again is one entry, and its program hears nothing of it`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'a')", "DELETE FROM hotel.t")
                let number = try await pair.primary.feedNumber(of: "t")
                let entry = "SELECT clock, tombstone FROM comxfailover_node.feed_\(number)"
                let buried = try await pair.primary.rows(entry)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'b')")
                #expect(try await pair.primary.word("SELECT @@warning_count") == "0")
                let standing = try await pair.primary.rows(entry)
                #expect(buried.map { $0[1] } == [.unsigned(1)] && standing.map { $0[1] } == [.unsigned(0)])
                guard case .unsigned(let before) = buried[0][0], case .unsigned(let after) = standing[0][0] else {
                    throw CopyPair.Unsettled()
                }
                #expect(after > before)
                #expect(
                    try await pair.primary.word(
                        "SELECT COUNT(*) FROM comxfailover_node.capture_failure WHERE number = \(number)")
                        == "0")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a table that comes under another scope keeps the epochs of what was written before`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                try await pair.primary.source.adopt(Self.secondaryRules)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (2)")
                var item = try #require(
                    try await pair.primary.store.items().first { $0.tables.contains { $0.name.name == "t" } })
                item = ItemDefinition(
                    name: item.name, rule: .owned(.guest), tables: item.tables, isEnabled: true, isBuiltIn: false)
                try await pair.primary.source.save(item)
                _ = try await pair.primary.source.arrangeCapture()
                let table = try #require(try await pair.primary.announced("t"))
                let known = try await pair.primary.feed.rows(of: table, keys: [[.integer(1)], [.integer(2)]])
                #expect(known.sorted { $0.position < $1.position }.map(\.stamp.version.epoch.rawValue) == [2, 3])
                #expect(known.sorted { $0.position < $1.position }.map(\.stamp.isDrift) == [false, true])
            }
        }

        @Test func `a transaction that wrote before a change of owner is waited for, and belongs to the former reign`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t (id) VALUES (1)")
                async let change: Void = adoptPatiently(source)
                try await LockWatch(pair.primary).awaitTableWaiter()
                let late = MariaConnection(endpoint: pair.primary.administrator)
                async let second: Void = late.perform { try $0.script("INSERT INTO hotel.t (id) VALUES (2)") }
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (3)", "COMMIT")
                try await change
                try await second
                let table = try #require(try await pair.primary.announced("t"))
                let known = try await pair.primary.feed.rows(of: table, keys: (1...3).map { [.integer($0)] })
                let stamps = Dictionary(known.map { ($0.key, $0.stamp) }) { first, _ in first }
                for id in [1, 3] as [Int64] {
                    let stamp = try #require(stamps[[.integer(id)]])
                    #expect(stamp.version.epoch.rawValue == 2 && !stamp.isDrift, "it drew its number before")
                }
                let drift = try await pair.primary.store.drift(of: table, limit: 10)
                let behind = try #require(stamps[[.integer(2)]])
                // Whoever queued behind the change may have come before it or after; the two never disagree.
                #expect(drift.keys == (behind.isDrift ? [[.integer(2)]] : []))
                #expect(behind.version.epoch.rawValue == (behind.isDrift ? 3 : 2))
                await late.close()
            }
        }

        /// A program that prepares a write for two-phase commit, and goes.
        private func leavePrepared(at endpoint: MariaEndpoint) async throws {
            let program = MariaConnection(endpoint: endpoint)
            try await program.perform { session in
                for statement in [
                    "XA START 'two'", "INSERT INTO hotel.t (id) VALUES (1)", "XA END 'two'", "XA PREPARE 'two'",
                ] { try session.script(statement) }
            }
            await program.close()
        }

        private func adoptPatiently(_ source: MariaFeedSource) async throws {
            while true {
                do {
                    return try await source.adopt(Self.secondaryRules)
                } catch {
                    guard case .retry = error else { throw error }
                }
            }
        }

        @Test func `nobody takes over while a prepared transaction waits, and the words name it`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await leavePrepared(at: pair.primary.administrator)
                let failure = await #expect(throws: FeedFailure.self) {
                    try await pair.primary.source.adopt(Self.secondaryRules)
                }
                #expect(failure?.words.contains("two-phase") == true)
                #expect(try await !pair.primary.source.skipNumbers(isPatient: true))
                try await pair.primary.run("XA COMMIT 'two'")
                try await pair.primary.source.adopt(Self.secondaryRules)
                let table = try #require(try await pair.primary.announced("t"))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).isEmpty)
            }
        }

        @Test func `reigns of long ago are written into their entries and forgotten`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                let number = try await pair.primary.feedNumber(of: "t")
                for turn in 1...12 as ClosedRange<UInt64> {
                    try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (\(turn))")
                    try await source.adopt(
                        ScopeReport(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 2 + 2 * turn)))
                }
                let feed = "SELECT k0, epoch FROM comxfailover_feed.feed_\(number) ORDER BY k0"
                let before = try await pair.primary.rows(feed)
                _ = try await source.collectTombstones(below: .start, before: WallTime(rawValue: 1))
                #expect(
                    try await pair.primary.word("SELECT COUNT(*) FROM comxfailover_node.scope_reign WHERE scope = 1")
                        == "9", "eight that are over, and the present one")
                #expect(try await pair.primary.rows(feed) == before)
                #expect(before.map { $0[1] } == (1...12).map { .unsigned(2 * $0) })
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `behind the barrier nothing belongs to the reign, and what was written there does after it falls`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                let reign = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 2))
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                let end = try await source.raiseBarrier(reign)
                #expect(try await source.record(of: .configuration) == ReignRecord(reign, .closed))
                let head = try await source.news(after: .start).head
                #expect(head == end.head, "the last write of the reign, and no number that nobody wrote under")
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (2)")
                let table = try #require(try await pair.primary.announced("t"))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).keys == [[.integer(2)]])
                #expect(try await source.raiseBarrier(reign) == end, "a daemon that was killed behind it asks again")
                try await source.lowerBarrier(reign)
                #expect(try await source.record(of: .configuration) == ReignRecord(reign))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).isEmpty)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a release is kept with its phase, and what was written behind the barrier is healed from the home`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                _ = try await source.store(ReignRecord(Self.away))
                _ = try await pair.secondary.source.store(ReignRecord(Self.away))
                let own = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4))
                _ = try await source.store(ReignRecord(own))
                _ = try await source.raiseBarrier(own)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (7)")
                let released = ReignRecord(
                    Ownership(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 6)), .released)
                #expect(try await source.store(released) == released)
                #expect(try await source.store(ReignRecord(own)) == released, "a lower reign changes nothing")
                let table = try #require(try await pair.primary.announced("t"))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).keys == [[.integer(7)]])
                await #expect(throws: FeedFailure.self) { try await source.lowerBarrier(own) }
                let settled = ReignRecord(released.ownership)
                #expect(try await source.store(settled) == settled)
                #expect(try await source.record(of: .configuration) == settled)
            }
        }

        @Test func `who holds a barrier up is named, and nothing changes`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let reign = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 2))
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t (id) VALUES (1)")
                let failure = await #expect(throws: FeedFailure.self) {
                    try await pair.primary.source.raiseBarrier(reign)
                }
                #expect(failure?.words.contains("KILL ") == true, "\(failure?.words ?? "")")
                try await pair.primary.run("COMMIT")
                #expect(try await pair.primary.source.record(of: .configuration) == ReignRecord(reign))
            }
        }

        @Test func `numbers that were skipped belong to the reign that goes on`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                try await source.adopt(Self.primaryRules)
                #expect(try await source.skipNumbers(isPatient: false))
                let head = FeedPosition(rawValue: 1 << 40)
                try await source.beginLife(
                    Incarnation(rawValue: 9), superseding: FeedMemory(incarnation: Incarnation(rawValue: 1), head: head)
                )
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                let table = try #require(try await pair.primary.announced("t"))
                let row = try #require(try await pair.primary.feed.rows(of: table, keys: [[.integer(1)]]).first)
                #expect(row.position > head && row.stamp.version.epoch.rawValue == 4 && !row.stamp.isDrift)
            }
        }

        @Test func `a peer of an earlier program, without the view of rows alone, is compared all the same`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1), (2)")
                let table = try #require(try await pair.primary.announced("t"))
                let all = KeyRange(lower: nil, upper: nil)
                let feed = pair.primary.feed
                let digest = try await feed.digest(of: table, columns: ["id"], in: all)
                try await pair.primary.run("DROP VIEW comxfailover_feed.table_\(table.number)")
                #expect(try await feed.digest(of: table, columns: ["id"], in: all) == digest && digest.rows == 2)
                #expect(try await feed.boundary(of: table, above: nil, rows: 1) == [.integer(1)])
                #expect(try await feed.estimatedRows(of: table) == 2)
                #expect(try await pair.primary.source.arrangeCapture().changed == [table.table])
            }
        }
    }
}
