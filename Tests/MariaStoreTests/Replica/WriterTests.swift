import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What programs that write notice of the copy: as little as can be.
    @Suite struct WriterTests {
        private static let columns = "id INT NOT NULL PRIMARY KEY, v INT NOT NULL"
        private static let table = TableName(schema: "hotel", name: "t")

        @Test func `a write that comes second is newer, though its statement began first`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 0), (2, 0)")
                let other = MariaConnection(endpoint: pair.primary.administrator)
                try await other.perform { session in
                    try session.script("START TRANSACTION")
                    try session.script("SELECT * FROM hotel.t WHERE id = 1 FOR UPDATE")
                }
                let number = try await pair.primary.feedNumber(of: "t")
                let clock = "SELECT clock FROM comxfailover_node.feed_\(number) WHERE k0 = 2"
                async let early: Void = pair.primary.run("UPDATE hotel.t SET v = v + 1")
                try await LockWatch(pair.primary).awaitWaiter()
                let between = try await other.perform { session in
                    try session.script("UPDATE hotel.t SET v = 10 WHERE id = 2")
                    let clock = try session.query(clock).first?.unsigned("clock")
                    try session.script("COMMIT")
                    return clock
                }
                try await early
                let last = UInt64(try await pair.primary.word(clock) ?? "")
                #expect(try #require(last) > #require(between))
                try await pair.ship()
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t WHERE id = 2") == "11")
                await other.close()
            }
        }

        @Test func `a transaction with an old snapshot writes under the ownership of now`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("START TRANSACTION WITH CONSISTENT SNAPSHOT", "SELECT * FROM hotel.t")
                try await pair.primary.source.adopt(
                    ScopeReport(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4)))
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)", "COMMIT")
                let number = try await pair.primary.feedNumber(of: "t")
                #expect(
                    try await pair.primary.word("SELECT epoch FROM comxfailover_feed.feed_\(number)") == "4")
            }
        }

        @Test func `a writer that queues behind a stand-down passes when that gives up, and is captured`() async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t VALUES (1, 1)")
                let report = ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))
                async let standDown: FeedFailure? = {
                    do throws(FeedFailure) {
                        try await pair.primary.source.adopt(report)
                        return nil
                    } catch { return error }
                }()
                try await LockWatch(pair.primary).awaitTableWaiter()
                let writer = MariaConnection(endpoint: pair.primary.administrator)
                try await writer.perform { try $0.script("INSERT INTO hotel.t VALUES (2, 2)") }
                let failure = await standDown
                guard case .retry? = failure else { throw try #require(failure) }
                try await pair.primary.run("COMMIT")
                #expect(try await pair.primary.source.arrangeCapture().dirty.isEmpty)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                await writer.close()
            }
        }

        @Test func `a lock that outlasts a writer's own patience refuses its statement whole, never half`() async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let holder = MariaConnection(endpoint: pair.primary.administrator)
                try await holder.perform { try $0.script("LOCK TABLES comxfailover_node.capture_failure WRITE") }
                try await pair.primary.run("SET lock_wait_timeout = 1", "START TRANSACTION")
                let error = await #expect(throws: MariaError.self) {
                    try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1), (2, 2)")
                }
                #expect(error?.number == 1205, "no handler catches it: nothing of ours may hold this lock for long")
                try await holder.perform { try $0.script("UNLOCK TABLES") }
                try await pair.primary.run("INSERT INTO hotel.t VALUES (3, 3)", "COMMIT")
                try await pair.primary.run("SET lock_wait_timeout = 86400")
                #expect(try await pair.primary.source.arrangeCapture().dirty.isEmpty)
                #expect(try await pair.ship().applied == 1)
                #expect(try await pair.differences("t") == [])
                await holder.close()
            }
        }

        @Test func `triggers that wait for a long transaction let other writers pass, and are put on once it ends`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (\(Self.columns))")
                let long = MariaConnection(endpoint: pair.primary.administrator)
                try await long.perform { session in
                    try session.script("START TRANSACTION")
                    try session.script("INSERT INTO hotel.t VALUES (1, 1)")
                }
                async let arranging = pair.copy(["t": []])
                try await LockWatch(pair.primary).awaitTableWaiter()
                // Whatever waits for the long transaction makes this one wait behind it, until it gives way.
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2, 2)")
                #expect(try await arranging.refused[Self.table]?.contains("1205") == true)
                try await long.perform { try $0.script("COMMIT") }
                #expect(try await pair.primary.source.arrangeCapture().refused == [:])
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                await long.close()
            }
        }

        @Test func `eight writers on rows of their own meet no deadlock`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<8 {
                        group.addTask {
                            let connection = MariaConnection(endpoint: pair.primary.administrator)
                            for turn in 0..<100 {
                                // Neighbours in the key's order belong to other writers.
                                let id = turn * 8 + number
                                try await connection.perform { session in
                                    try session.script("START TRANSACTION")
                                    try session.script("INSERT INTO hotel.t VALUES (\(id), 0)")
                                    try session.script("UPDATE hotel.t SET v = v + 1 WHERE id = \(id)")
                                    try session.script("DELETE FROM hotel.t WHERE id = \(id - 80)")
                                    try session.script("COMMIT")
                                }
                            }
                            await connection.close()
                        }
                    }
                    try await group.waitForAll()
                }
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*), SUM(v) FROM hotel.t") == "80")
            }
        }

        @Test func `tombstones are collected past the entries that writers are at work on`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1), (2, 2), (3, 3), (4, 4)", "DELETE FROM hotel.t WHERE id = 2",
                    "INSERT INTO hotel.t VALUES (5, 5)", "DELETE FROM hotel.t WHERE id = 4")
                try await pair.primary.run("START TRANSACTION", "UPDATE hotel.t SET v = 9 WHERE id IN (1, 3, 5)")
                let all = FeedPosition(rawValue: 1 << 40)
                let future = WallTime(rawValue: 4_000_000_000_000_000)
                #expect(try await pair.primary.source.collectTombstones(below: all, before: future) == 2)
                try await pair.primary.run("COMMIT")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }
    }
}
