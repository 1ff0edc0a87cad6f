import PairLogic
import Ports
import ReplicaLogic
import Testing
import Vocabulary

@testable import MariaStore

extension ReplicaTests {
    /// The gate between two reigns, whose connection dies or falls silent.
    @Suite struct GateTests {
        private static let columns = "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL"
        private static let own = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 2))
        private static let away = Ownership(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))

        @Test func `a daemon that is frozen behind the closed gate keeps writers waiting some seconds, and no longer`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let gate = try CaptureGate(connecting: pair.primary.administrator)
                try gate.close(waiting: 1)
                let clock = ContinuousClock()
                let start = clock.now
                // Nothing is heard of the gate any more.
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                let waited = start.duration(to: clock.now)
                #expect(waited > .seconds(CaptureGate.silentSeconds - 2) && waited < .seconds(30), "\(waited)")
                #expect(throws: MariaError.self) { try gate.requireClosed() }
            }
        }

        @Test func `an open gate, also one that could not be closed, is not ended for its silence`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let gate = try CaptureGate(connecting: pair.primary.administrator)
                func patience() throws -> String? {
                    try gate.session.query("SELECT @@wait_timeout").first?[0].readable
                }
                let usual = try patience()
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t (id) VALUES (1)")
                #expect(throws: MariaError.self) { try gate.close(waiting: 0) }
                #expect(try patience() == usual)
                try await pair.primary.run("COMMIT")
                try gate.close(waiting: 1)
                #expect(try patience() == "\(CaptureGate.silentSeconds)")
                try gate.open()
                #expect(try patience() == usual)
            }
        }

        @Test(arguments: [false, true])
        func `nothing changes where the gate was lost before the number between the reigns was drawn`(
            isRelease: Bool
        ) async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                if isRelease { _ = try await source.raiseBarrier(Self.own) }
                let former = try await source.record(of: .configuration)
                let wanted = ReignRecord(Self.away, isRelease ? .released : .settled)
                let newest = try #require(
                    UInt64(try await pair.primary.word("SELECT MAX(ID) FROM information_schema.PROCESSLIST") ?? ""))
                let holder = MariaConnection(endpoint: pair.primary.administrator)
                try await holder.perform { try $0.script("LOCK TABLES comxfailover_node.feed_sequence WRITE") }
                async let change = Self.outcome(of: wanted, at: source)
                // The gate is closed, and the number cannot be drawn yet.
                try await LockWatch(pair.primary).awaitTableWaiter()
                let gate = try #require(
                    try await pair.primary.word(
                        """
                        SELECT MIN(ID) FROM information_schema.PROCESSLIST
                        WHERE ID > \(newest) AND COMMAND = 'Sleep' AND ID <> \(try await Self.number(of: holder))
                        """))
                try await pair.primary.run("KILL \(gate)")
                try await holder.perform { try $0.script("UNLOCK TABLES") }
                #expect(await change == nil, "refused")
                #expect(try await source.record(of: .configuration) == former)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                #expect(try await source.store(wanted) == wanted)
                await holder.close()
            }
        }

        private static func outcome(of record: ReignRecord, at source: MariaFeedSource) async -> ReignRecord? {
            try? await source.store(record)
        }

        private static func number(of connection: MariaConnection) async throws -> UInt {
            try await connection.perform { $0.connectionID }
        }

        @Test func `behind the barrier no row of the peer's former reign is taken; it comes when the barrier is gone`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                for node in [pair.primary, pair.secondary] { _ = try await node.source.store(ReignRecord(Self.away)) }
                _ = try await pair.secondary.source.raiseBarrier(Self.away)
                let failure = await #expect(throws: ApplyFailure.self) { try await pair.ship() }
                guard case .retry(let words)? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
                #expect(words.contains("given back"))
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "0")
                try await pair.secondary.source.lowerBarrier(Self.away)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                // The owner took it for its own, and it travels back as that.
                let table = try #require(try await pair.secondary.announced("t"))
                let row = try #require(try await pair.secondary.feed.rows(of: table, keys: [[.integer(1)]]).first)
                #expect(row.stamp.version.node == .secondary && row.stamp.version.epoch.rawValue == 2)
            }
        }

        @Test func `a sequence that a dump put back to its beginning draws no number of a reign that is over`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1)")
                for (owner, epoch) in [(Mode.secondary, 3), (.primary, 4)] as [(Mode, UInt64)] {
                    _ = try await pair.primary.source.store(
                        ReignRecord(
                            Ownership(scope: .configuration, owner: owner, epoch: Epoch(rawValue: epoch))))
                }
                try await pair.primary.run("ALTER SEQUENCE comxfailover_node.feed_sequence RESTART WITH 1")
                try await pair.primary.program.perform { session in
                    try FeedLifeTable(session: session).prepare(mode: .primary, incarnation: Incarnation(rawValue: 5))
                }
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (2)")
                let table = try #require(try await pair.primary.announced("t"))
                let known = try await pair.primary.feed.rows(of: table, keys: [[.integer(1)], [.integer(2)]])
                #expect(known.map(\.stamp.version.epoch.rawValue).sorted() == [2, 4])
                #expect(known.allSatisfy { !$0.stamp.isDrift })
            }
        }

        @Test func `what a backfill found without owning it is claimed by a takeover, too`() async throws {
            try await CopyPair.with { pair in
                _ = try await pair.primary.source.store(ReignRecord(Self.away))
                try await pair.copy("t", Self.columns)
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1), (2)")
                // As a backfill marks what it finds.
                try await pair.primary.run(
                    "UPDATE comxfailover_node.feed_\(number) SET epoch = 3, drift = 1 WHERE k0 = 1")
                let table = try #require(try await pair.primary.announced("t"))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).count == 2)
                let next = Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4))
                _ = try await pair.primary.source.store(ReignRecord(next))
                #expect(try await pair.primary.store.drift(of: table, limit: 10).isEmpty)
                let known = try await pair.primary.feed.rows(of: table, keys: [[.integer(1)], [.integer(2)]])
                #expect(known.map(\.stamp.version.epoch.rawValue) == [4, 4] && known.allSatisfy { !$0.stamp.isDrift })
            }
        }

        @Test func `a rebuild passes no row that awaits its owner, and takes it once the drift is gone`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'old'), (2, 'old')")
                for node in [pair.primary, pair.secondary] {
                    _ = try await node.source.store(
                        ReignRecord(Ownership(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4))))
                }
                try await pair.secondary.run("INSERT INTO hotel.t VALUES (1, 'drift')")
                var work = try await pair.pending(["t"])
                let receipt = try await pair.secondary.store.apply(work)
                #expect(receipt.awaitingOwner == 1 && receipt.applied == 1)
                let incarnation = try await pair.primary.feed.incarnation()
                func cursor() async throws -> FeedPosition? {
                    try await pair.secondary.store.cursors(of: CopyPair.item, incarnation: incarnation).values.max()
                }
                #expect(try await cursor() == work.tables[0].cursor, "shipping goes on: the owner is asked for the row")
                let rebuild = ApplyWork(
                    item: work.item, incarnation: incarnation, isRebuild: true,
                    tables: [
                        .init(
                            theirs: work.tables[0].theirs, rows: work.tables[0].rows,
                            cursor: FeedPosition(rawValue: 1 << 50))
                    ])
                #expect(try await pair.secondary.store.apply(rebuild).awaitingOwner == 1)
                #expect(try await cursor() == work.tables[0].cursor)
                let own = try #require(try await pair.secondary.store.tables().first { $0.table.name == "t" })
                let drift = try await pair.secondary.store.drift(of: own, limit: 10)
                #expect(drift.count == 1 && drift.last > .start)
                work = ApplyWork(
                    item: work.item, incarnation: incarnation, judgement: .peerIsRight(.drift),
                    tables: [
                        .init(
                            theirs: work.tables[0].theirs, rows: work.tables[0].rows, cursor: nil,
                            found: drift)
                    ])
                _ = try await pair.secondary.store.apply(work)
                #expect(try await pair.secondary.store.apply(rebuild).awaitingOwner == 0)
                #expect(try await cursor() == FeedPosition(rawValue: 1 << 50))
                #expect(try await pair.differences("t") == [])
            }
        }
    }
}
