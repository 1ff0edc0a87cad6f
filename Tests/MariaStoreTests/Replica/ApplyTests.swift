import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What the receiver does with a batch, and with one it cannot apply.
    @Suite struct ApplyTests {
        private static let table = TableName(schema: "hotel", name: "t")
        private static let unique = "id INT NOT NULL PRIMARY KEY, u INT NOT NULL, UNIQUE KEY by_u (u)"
        private static let swap = [
            "UPDATE hotel.t SET u = 99 WHERE id = 1", "UPDATE hotel.t SET u = 10 WHERE id = 2",
            "UPDATE hotel.t SET u = 20 WHERE id = 1",
        ]

        private func swapped(_ pair: CopyPair) async throws {
            try await pair.primary.run("INSERT INTO hotel.t (id, u) VALUES (1, 10), (2, 20), (3, 30)")
            try await pair.ship()
            for statement in Self.swap { try await pair.primary.run(statement) }
        }

        @Test func `unique values that were swapped arrive, and overwrite nobody`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.unique)
                try await swapped(pair)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a swap split over two batches names the holder, and passes together with the holder's row`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.unique)
                try await swapped(pair)
                let half = try await pair.pending(["t"], limit: 1)
                let moved = try #require(half.tables[0].rows.first?.key)
                let failure = try await #require(throws: ApplyFailure.self) {
                    try await pair.secondary.store.apply(half)
                }
                guard case .uniqueHeld(Self.table, let holder, 1062, let words) = failure else { throw failure }
                #expect(holder == [.integer(moved == [.integer(1)] ? 2 : 1)])
                #expect(words.contains("by_u"))
                let told = try #require(try await pair.primary.announced("t"))
                let fetched = try await pair.primary.feed.rows(of: told, keys: [holder])
                #expect(fetched.count == 1)
                let part = half.tables[0]
                let whole = ApplyWork(
                    item: half.item, incarnation: half.incarnation,
                    tables: [.init(theirs: part.theirs, rows: part.rows + fetched, cursor: part.cursor)])
                #expect(try await pair.secondary.store.apply(whole).applied == 2)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.ship().applied == 0, "the entry met again is the same version")
            }
        }

        @Test func `a swap inside a batch is not blamed for another row's fault`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (\(Self.unique), w VARCHAR(40) NULL)"
                )
                try await pair.secondary.run("ALTER TABLE hotel.t MODIFY COLUMN w VARCHAR(4) NULL")
                try await pair.copy(["t": []])
                try await swapped(pair)
                try await pair.primary.run("UPDATE hotel.t SET w = 'too long' WHERE id = 3")
                let failure = try await #require(throws: ApplyFailure.self) { try await pair.ship() }
                guard case .row(Self.table, ["id": "3"], 1406, _) = failure else { throw failure }
            }
        }

        @Test func `a batch whose unique values pass only on a table that has columns of its own arrives too`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.unique)
                try await pair.secondary.run("ALTER TABLE hotel.t ADD COLUMN own INT NULL")
                try await swapped(pair)
                try await pair.secondary.run("UPDATE hotel.t SET own = id * 7")
                let receipt = try await pair.ship()
                #expect(receipt.skippedColumns[Self.table] == ["own"])
                #expect(
                    try await pair.secondary.rows("SELECT id, u, own FROM hotel.t ORDER BY id")
                        == [[1, 20, 7], [2, 10, 14], [3, 30, 21]].map { $0.map(CellValue.integer) })
            }
        }

        @Test func `columns that one side lacks are skipped and reported, and keep their values`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL)")
                try await pair.primary.run("ALTER TABLE hotel.t ADD COLUMN theirs INT NULL FIRST")
                try await pair.secondary.run(
                    "ALTER TABLE hotel.t ADD COLUMN ours VARCHAR(9) NOT NULL FIRST, ADD COLUMN day DATE NOT NULL")
                try await pair.copy(["t": []])
                try await pair.primary.run("INSERT INTO hotel.t (id, a, theirs) VALUES (1, 1, 5), (2, 2, 5)")
                let receipt = try await pair.ship()
                #expect(Set(receipt.skippedColumns[Self.table] ?? []) == ["theirs", "ours", "day"])
                try await pair.secondary.run("UPDATE hotel.t SET ours = CONCAT('o', id), day = '2024-05-06'")
                try await pair.primary.run("UPDATE hotel.t SET a = a + 10")
                try await pair.ship()
                #expect(
                    try await pair.secondary.rows("SELECT id, a, ours, day FROM hotel.t ORDER BY id") == [
                        [.integer(1), .integer(11), .text("o1"), .text("2024-05-06")],
                        [.integer(2), .integer(12), .text("o2"), .text("2024-05-06")],
                    ])
            }
        }

        @Test func `a column that the receiver's table gets between two batches keeps its values`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a INT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.ship()
                try await pair.secondary.run(
                    "ALTER TABLE hotel.t ADD COLUMN own INT NULL", "UPDATE hotel.t SET own = 42")
                try await pair.primary.run("UPDATE hotel.t SET a = 2")
                let receipt = try await pair.ship()
                #expect(receipt.skippedColumns[Self.table] == ["own"])
                #expect(try await pair.secondary.word("SELECT own FROM hotel.t") == "42")
                try await pair.secondary.run("ALTER TABLE hotel.t DROP COLUMN own, DROP COLUMN a")
                try await pair.primary.run("UPDATE hotel.t SET a = 3")
                #expect(try await pair.ship().skippedColumns[Self.table] == ["a"])
            }
        }

        @Test func `a child that arrives before its parent is accepted, and a replaced parent keeps its children`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY, v INT NULL)",
                    """
                    CREATE TABLE child (id INT NOT NULL PRIMARY KEY, p INT NOT NULL,
                      FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE)
                    """)
                try await pair.copy(["parent": [], "child": []])
                try await pair.primary.run(
                    "INSERT INTO hotel.parent VALUES (1, 1)", "INSERT INTO hotel.child VALUES (1, 1)")
                let child = try await pair.pending(["child"])
                #expect(try await pair.secondary.store.apply(child).applied == 1)
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.parent SET v = 2")
                try await pair.ship()
                #expect(try await pair.differences("parent") == [])
                #expect(try await pair.differences("child") == [])
            }
        }

        /// A value that the Primary's column takes and the Secondary's does not.
        private struct Fault {
            let theirs: String
            let ours: String
            let good: String
            let bad: String
            let number: UInt32
        }

        private static let faults = [
            Fault(theirs: "VARCHAR(40)", ours: "VARCHAR(4)", good: "'x'", bad: "'too long'", number: 1406),
            Fault(theirs: "BIGINT", ours: "SMALLINT", good: "1", bad: "100000", number: 1264),
            Fault(theirs: "VARCHAR(40)", ours: "DATE", good: "'2024-01-01'", bad: "'2024-02-31'", number: 1292),
            Fault(theirs: "BIGINT UNSIGNED", ours: "BIGINT", good: "1", bad: "18446744073709551615", number: 1264),
            Fault(
                theirs: "VARCHAR(40) CHARACTER SET utf8mb4", ours: "VARCHAR(40) CHARACTER SET latin1", good: "'x'",
                bad: "'\u{1F6CE}'", number: 1366),
            Fault(theirs: "INT", ours: "INT CHECK (a < 10)", good: "1", bad: "11", number: 4025),
            Fault(theirs: "VARCHAR(40)", ours: "ENUM('a','b')", good: "'a'", bad: "'c'", number: 1265),
            Fault(theirs: "INT NULL", ours: "INT NOT NULL", good: "1", bad: "NULL", number: 1048),
        ]

        @Test func `a row that cannot be applied is named with its table, key, number and words`() async throws {
            try await CopyPair.with { pair in
                let tables = Self.faults.indices.map { "t\($0)" }
                try await pair.both()
                for (table, fault) in zip(tables, Self.faults) {
                    for (node, type) in [(pair.primary, fault.theirs), (pair.secondary, fault.ours)] {
                        try await node.run(
                            "CREATE TABLE hotel.\(table) (id INT NOT NULL, part VARCHAR(9) NOT NULL, a \(type), "
                                + "PRIMARY KEY (id, part))"
                        )
                    }
                }
                try await pair.copy(Dictionary(uniqueKeysWithValues: tables.map { ($0, []) }))
                for (table, fault) in zip(tables, Self.faults) {
                    try await pair.primary.run(
                        "INSERT INTO hotel.\(table) SELECT seq, 'x', \(fault.good) FROM hotel.\(table) "
                            + "RIGHT JOIN seq_1_to_100 ON FALSE",
                        "UPDATE hotel.\(table) SET a = \(fault.bad), part = 'it''s' WHERE id = 77")
                    let work = try await pair.pending([table])
                    let failure = try await #require(throws: ApplyFailure.self) {
                        try await pair.secondary.store.apply(work)
                    }
                    guard case .row(let named, let key, let number, let words) = failure else { throw failure }
                    #expect(named == TableName(schema: "hotel", name: table))
                    #expect(key == ["id": "77", "part": "it's"])
                    #expect(number == fault.number && !words.isEmpty, "\(number) \(words)")
                    #expect(
                        try await pair.secondary.word("SELECT COUNT(*) FROM hotel.\(table)") == "0",
                        "nothing of it remains")
                }
            }
        }

        @Test func `a table that is missing here is named, in an item of several tables too`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (id INT NOT NULL PRIMARY KEY)", "CREATE TABLE u (id INT NOT NULL PRIMARY KEY)")
                try await pair.secondary.run("DROP TABLE hotel.t")
                try await pair.copy(["t": [], "u": []])
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1)", "INSERT INTO hotel.u VALUES (1)")
                let failure = try await #require(throws: ApplyFailure.self) { try await pair.ship() }
                guard case .table(Self.table, let words) = failure else { throw failure }
                #expect(words.contains("no table hotel.t on this server"))
            }
        }

        @Test func `a failure in a later table takes back the rows and cursors of the earlier ones`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE a (id INT NOT NULL PRIMARY KEY)",
                    "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, w VARCHAR(40) NULL)")
                try await pair.secondary.run("ALTER TABLE hotel.t MODIFY COLUMN w VARCHAR(2) NULL")
                try await pair.copy(["a": [], "t": []])
                try await pair.primary.run("INSERT INTO hotel.a VALUES (1)", "INSERT INTO hotel.t VALUES (1, 'long')")
                await #expect(throws: ApplyFailure.self) { try await pair.ship() }
                let cursors = try await pair.secondary.store.cursors(
                    of: CopyPair.item, incarnation: Incarnation(rawValue: 1))
                #expect(cursors.isEmpty)
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.a") == "0")
                try await pair.secondary.run("ALTER TABLE hotel.t MODIFY COLUMN w VARCHAR(40) NULL")
                try await pair.ship()
                #expect(try await pair.differences("a") == [])
                #expect(try await pair.differences("t") == [])
                #expect(
                    try await pair.secondary.store.cursors(of: CopyPair.item, incarnation: Incarnation(rawValue: 1))
                        .count == 2)
                #expect(
                    try await pair.secondary.store.cursors(of: CopyPair.item, incarnation: Incarnation(rawValue: 9))
                        .isEmpty)
            }
        }

        @Test func `the same work applied again changes nothing`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1), (2, 2)", "DELETE FROM hotel.t WHERE id = 2")
                let work = try await pair.pending(["t"])
                #expect(try await pair.secondary.store.apply(work).applied == 2)
                let state = "SELECT * FROM comxfailover_node.feed_\(try await pair.secondary.feedNumber(of: "t"))"
                let before = try await pair.secondary.rows(state)
                let receipt = try await pair.secondary.store.apply(work)
                #expect(receipt.applied == 0 && receipt.ignored == 2)
                #expect(try await pair.secondary.rows(state) == before)
            }
        }

        @Test func `a lock held by another program is a retry, and later the work passes`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET v = 2")
                let work = try await pair.pending(["t"])
                try await pair.secondary.run("START TRANSACTION", "SELECT * FROM hotel.t FOR UPDATE")
                let failure = try await #require(throws: ApplyFailure.self) {
                    try await pair.secondary.store.apply(work)
                }
                guard case .retry(let words) = failure else { throw failure }
                #expect(words.contains("1205"))
                try await pair.secondary.run("ROLLBACK")
                #expect(try await pair.secondary.store.apply(work).applied == 1)
            }
        }

        @Test func `work that loses a deadlock is done again by itself`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL", rule: .newestWins)
                try await pair.primary.run(
                    "INSERT INTO hotel.t SELECT seq, 0 FROM hotel.t RIGHT JOIN seq_1_to_40 ON FALSE")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET v = 1")
                let work = try await pair.pending(["t"])
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for _ in 0..<30 {
                            do {
                                try await pair.secondary.run(
                                    "START TRANSACTION", "UPDATE hotel.t SET v = v WHERE id = 40",
                                    "UPDATE hotel.t SET v = v WHERE id = 1", "COMMIT")
                            } catch let error as MariaError where error.isRetryable {
                                try await pair.secondary.run("ROLLBACK")
                            }
                        }
                    }
                    for _ in 0..<10 { _ = try await pair.secondary.store.apply(work) }
                    try await group.waitForAll()
                }
            }
        }
    }
}
