import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Capture that is put on and broken off in the middle.
    @Suite struct InterruptionTests {
        private static let table = TableName(schema: "hotel", name: "t")

        /// A program's write that capture saw and that is not committed: the backfill meets it at one of its stretches.
        private static func holdEntry(_ key: Int, on node: CopyNode) async throws -> MariaConnection {
            let number = try await node.feedNumber(of: "t")
            let writer = MariaConnection(endpoint: node.administrator)
            try await writer.perform { session in
                try session.script("START TRANSACTION")
                try session.script(
                    """
                    INSERT INTO comxfailover_node.feed_\(number) SELECT \(key), \(key) IS NULL,
                      NEXTVAL(comxfailover_node.feed_sequence), 2, 1, 1, 0, 0, 0, 0
                    """)
            }
            return writer
        }

        /// Five thousand rows without a unique key, some twins among them, which capture has yet to see.
        private static func fill(_ pair: CopyPair) async throws {
            try await pair.both("CREATE TABLE t (a INT NULL, v INT NOT NULL, KEY (a))")
            try await pair.copy(["t": ["a"]])
            let number = try await pair.primary.feedNumber(of: "t")
            for event in ["insert", "update", "delete"] {
                try await pair.primary.run("DROP TRIGGER hotel.comxfailover_\(number)_\(event)")
            }
            try await pair.primary.run(
                "INSERT INTO hotel.t SELECT seq, seq FROM hotel.t RIGHT JOIN seq_1_to_5000 ON FALSE",
                "INSERT INTO hotel.t VALUES (NULL, 0), (7, 0), (4999, 0)")
        }

        private static func entries(_ node: CopyNode) async throws -> Int {
            Int(
                try await node.word("SELECT COUNT(*) FROM comxfailover_node.feed_\(try await node.feedNumber(of: "t"))")
                    ?? "") ?? 0
        }

        @Test func `a table without a unique key is backfilled in stretches, and no stretch waits long for a writer`()
            async throws
        {
            try await CopyPair.with { pair in
                try await Self.fill(pair)
                let writer = try await Self.holdEntry(4_500, on: pair.primary)
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.refused[Self.table]?.contains("1205") == true)
                let done = try await Self.entries(pair.primary)
                #expect(done >= 2 * CaptureInstaller.backfillRows - 10 && done < 4_500, "\(done)")
                try await writer.perform { try $0.script("ROLLBACK") }
                #expect(try await pair.primary.source.arrangeCapture().refused == [:])
                #expect(try await Self.entries(pair.primary) == 5_001)
                let twins = try await pair.primary.rows(
                    "SELECT a FROM hotel.t GROUP BY a HAVING COUNT(*) > 1 ORDER BY a")
                #expect(twins == [[.integer(7)], [.integer(4_999)]])
                await writer.close()
            }
        }

        @Test func `an install whose connection is killed in the middle is finished by the next`() async throws {
            try await CopyPair.with { pair in
                try await Self.fill(pair)
                try await pair.primary.run("DELETE FROM hotel.t WHERE v = 0")
                // Once while it waits for the table, before any trigger stands; once in the midst of the backfill.
                try await pair.primary.run("START TRANSACTION", "SELECT COUNT(*) FROM hotel.t")
                try await Self.killed(pair.primary) { try await LockWatch(pair.primary).awaitTableWaiter() }
                try await pair.primary.run("COMMIT")
                let writer = try await Self.holdEntry(2_500, on: pair.primary)
                try await Self.killed(pair.primary) { try await LockWatch(pair.primary).awaitWaiter() }
                #expect(try await Self.entries(pair.primary) < 5_000)
                // What is written meanwhile is captured: the triggers came first.
                try await pair.primary.run("UPDATE hotel.t SET v = -1 WHERE a = 4000")
                try await writer.perform { try $0.script("ROLLBACK") }
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.refused == [:] && outcome.changed == [Self.table])
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.source.arrangeCapture().changed == [])
                await writer.close()
            }
        }

        /// Arranges capture and kills the connection at it once `moment` tells which.
        private static func killed(_ node: CopyNode, at moment: () async throws -> UInt64) async throws {
            async let arranging: FeedFailure? = {
                do throws(FeedFailure) {
                    _ = try await node.source.arrangeCapture()
                    return nil
                } catch { return error }
            }()
            let number = try await moment()
            let killer = MariaConnection(endpoint: node.administrator)
            try await killer.perform { try $0.script("KILL \(number)") }
            await killer.close()
            let failure = await arranging
            guard case .unreachable? = failure else { throw try #require(failure) }
        }
    }
}
