import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Which tables can be copied, and by what their rows are told apart.
    @Suite struct KeyTests {
        private struct Refusal {
            let columns: String
            var keys: [String] = []
            let words: [String]
        }

        /// Expects that a table is refused when it is named and when it is captured, with these words.
        private func refuses(_ refusals: Refusal...) async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE parent (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB")
                var tables: [String: [String]] = [:]
                for (index, refusal) in refusals.enumerated() {
                    try await pair.both("CREATE TABLE t\(index) \(refusal.columns)")
                    tables["t\(index)"] = refusal.keys
                }
                let refused = try await pair.copy(tables).refused
                for (index, refusal) in refusals.enumerated() {
                    let table = TableName(schema: "hotel", name: "t\(index)")
                    let said = try #require(refused[table])
                    #expect(refusal.words.allSatisfy(said.contains), "\(said)")
                    let asked = try await pair.primary.source.refusal(
                        of: .init(name: table, keyColumns: refusal.keys), companions: [])
                    #expect(asked == said)
                }
            }
        }

        @Test func `a table without a primary key and without named columns is refused with the reason and the cure`()
            async throws
        {
            try await refuses(
                Refusal(columns: "(a INT, b INT)", words: ["no primary key", "--table hotel.t0:COLUMN"]),
                Refusal(columns: "(a INT NOT NULL)", keys: ["b"], words: ["no column b"]),
                Refusal(columns: "(a INT NOT NULL, b INT AS (a + 1))", keys: ["b"], words: ["computed by the server"]))
        }

        @Test func `a table without transactions, or changed by a cascade from outside, is refused with the cure`()
            async throws
        {
            try await refuses(
                Refusal(
                    columns: "(id INT NOT NULL PRIMARY KEY) ENGINE=MyISAM",
                    words: ["MyISAM, which has no transactions", "ALTER TABLE hotel.t0 ENGINE=InnoDB"]),
                Refusal(
                    columns:
                        "(id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE)",
                    words: ["hotel.parent", "add"]))
        }

        @Test func `named columns that no index can hold are refused`() async throws {
            try await refuses(
                Refusal(columns: "(a TEXT, b INT)", keys: ["a", "b"], words: ["65569 bytes", "holds 3072"]),
                Refusal(columns: "(a VARCHAR(768) CHARACTER SET utf8mb4)", keys: ["a"], words: ["3073 bytes"]))
        }

        @Test func `a missing table, a view and what is never copied are refused`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE VIEW v AS SELECT 1 AS one")
                for (name, part) in [
                    ("hotel.none", "no table"), ("hotel.v", "not a base table"), ("mysql.user", "never copied"),
                ] {
                    let table = try #require(TableName(name))
                    let words = try await pair.primary.source.refusal(of: .init(name: table), companions: [])
                    #expect(words?.contains(part) == true, "\(name): \(words ?? "accepted")")
                }
                let work = ApplyWork(
                    item: CopyPair.item, incarnation: Incarnation(rawValue: 1),
                    tables: [
                        .init(
                            theirs: TableShape(
                                table: TableName(schema: "mysql", name: "global_priv"),
                                columns: [.init(name: "Host", kind: .text, isNullable: false)], keyIndices: [0]),
                            rows: [
                                FeedRow(
                                    position: FeedPosition(rawValue: 1),
                                    stamp: RowStamp(
                                        version: Version(epoch: Epoch(rawValue: 2), clock: 1, node: .primary), seen: 0,
                                        isTombstone: true), key: [.text("localhost")], image: nil)
                            ], cursor: nil)
                    ])
                await #expect(throws: ApplyFailure.self, "whatever a feed says, the receiver refuses") {
                    try await pair.secondary.store.apply(work)
                }
            }
        }

        @Test func `named key columns identify rows of a table without a primary key, NULLs among them`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (a VARCHAR(20) NULL, b INT NULL, day DATE NULL, grade ENUM('x','y'), v INT NULL)"
                )
                try await pair.copy(["t": ["a", "b", "day", "grade"]])
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES ('', 0, '1970-01-02', 'x', 1), (NULL, 0, '1970-01-02', 'x', 2), "
                        + "('', NULL, '1970-01-02', 'x', 3), ('', 0, NULL, NULL, 4), (NULL, NULL, NULL, NULL, 5)")
                #expect(try await pair.ship().applied == 5)
                #expect(try await pair.differences("t") == [])
                try await pair.primary.run(
                    "UPDATE hotel.t SET v = v + 10 WHERE a IS NULL", "DELETE FROM hotel.t WHERE v = 15",
                    "UPDATE hotel.t SET b = NULL WHERE v = 4")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "4")
            }
        }

        @Test func `rows with NULL in a named key are compared, fetched and removed like others`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (a INT NULL, b DATE NULL, v INT NULL)")
                try await pair.copy(["t": ["a", "b"]])
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (NULL, NULL, 1), (NULL, '2024-01-01', 2), (0, NULL, 3)",
                    "INSERT INTO hotel.t VALUES (5, '2024-01-01', 4)"
                )
                try await pair.ship()
                let told = try #require(try await pair.primary.announced("t"))
                var lower: [CellValue]?
                var rows: UInt64 = 0
                repeat {
                    let upper = try await pair.primary.feed.boundary(of: told, above: lower, rows: 1)
                    rows += try await pair.primary.feed.digest(
                        of: told, columns: ["a", "b", "v"], in: KeyRange(lower: lower, upper: upper)
                    ).rows
                    lower = upper
                } while lower != nil
                #expect(rows == 4, "every row stands in exactly one stretch")
                let keys: [[CellValue]] = [[.null, .null], [.null, .text("2024-01-01")], [.integer(0), .null]]
                #expect(try await pair.primary.feed.rows(of: told, keys: keys).count == 3)
                let own = try #require(try await pair.secondary.announced("t"))
                let all = KeyRange(lower: nil, upper: nil)
                let here = try await pair.secondary.store.rowDigests(of: own, columns: ["v"], in: all)
                let found = FoundRows(Dictionary(uniqueKeysWithValues: here.map { ($0.key, $0.stamp?.version) }))
                    .only(keys)
                #expect(try await pair.secondary.store.remove(found, of: own, reason: .repair) == 3)
                let number = try await pair.secondary.feedNumber(of: "t")
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM comxfailover_node.feed_\(number)") == "1")
            }
        }

        @Test func `duplicates under named keys are found and reported`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (a INT NOT NULL, v INT NULL)")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1), (1, 2), (2, 1), (2, 2), (3, 1)")
                let table = ItemDefinition.Table(name: TableName(schema: "hotel", name: "t"), keyColumns: ["a"])
                let words = try await pair.primary.source.refusal(of: table, companions: [])
                #expect(words?.contains("2 keys in hotel.t stand for more than one row under (a)") == true)
                try await pair.copy(["t": ["a"]])
                let gaps = try await pair.primary.source.coverage().gaps
                #expect(gaps.contains { $0.kind == "duplicate-keys" && $0.subject == "hotel.t" })
            }
        }

        @Test func `a twin that appears later shows in the batch, however it is cut`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (a INT NOT NULL, v INT NULL)")
                try await pair.copy(["t": ["a"]])
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1), (2, 1)", "INSERT INTO hotel.t VALUES (2, 2)")
                let told = try #require(try await pair.primary.announced("t"))
                for limit in [1, 2, 5_000] {
                    var after = FeedPosition.start
                    var twins = 0
                    while true {
                        let batch = try await pair.primary.feed.batch(
                            of: told, after: after, limit: limit, origin: .all)
                        twins += zip(batch.rows, batch.rows.dropFirst()).count { $0.position == $1.position }
                        guard batch.isCut, let last = batch.rows.last else { break }
                        after = last.position
                    }
                    #expect(twins == 1)
                }
            }
        }

        @Test func `when one of two twins is deleted the other stays on both nodes`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (a INT NOT NULL, v INT NULL)")
                try await pair.copy(["t": ["a"]])
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1), (1, 2)", "DELETE FROM hotel.t WHERE v = 1")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t") == "2")
            }
        }

        @Test func `an extension that is saved by deleting and inserting its rows arrives whole`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    """
                    CREATE TABLE users (extension VARCHAR(20) NOT NULL DEFAULT '', password VARCHAR(20) DEFAULT NULL,
                      name VARCHAR(50) DEFAULT NULL, voicemail VARCHAR(50) DEFAULT NULL, ringtimer INT(3) DEFAULT NULL,
                      noanswer VARCHAR(100) DEFAULT NULL, sipname VARCHAR(50) DEFAULT NULL) DEFAULT CHARSET=utf8mb4
                    """,
                    """
                    CREATE TABLE devices (id VARCHAR(20) NOT NULL DEFAULT '', tech VARCHAR(10) NOT NULL DEFAULT '',
                      dial VARCHAR(255) NOT NULL DEFAULT '', devicetype VARCHAR(5) NOT NULL DEFAULT '',
                      user VARCHAR(50) DEFAULT NULL, description VARCHAR(50) DEFAULT NULL, emergency_cid VARCHAR(100)
                      DEFAULT NULL, KEY id (id), KEY tech (tech))
                    """,
                    """
                    CREATE TABLE incoming (cidnum VARCHAR(20) DEFAULT NULL, extension VARCHAR(50) NOT NULL,
                      destination VARCHAR(50) DEFAULT NULL, privacyman TINYINT(1) DEFAULT NULL, mohclass VARCHAR(80)
                      NOT NULL DEFAULT 'default', description VARCHAR(80) DEFAULT NULL)
                    """)
                let outcome = try await pair.copy(
                    ["users": ["extension"], "devices": ["id"], "incoming": ["cidnum", "extension"]])
                #expect(outcome.refused.isEmpty)
                func save(_ name: String) async throws {
                    for number in ["100", "101", "102"] {
                        try await pair.primary.run(
                            "DELETE FROM hotel.users WHERE extension = '\(number)'",
                            "INSERT INTO hotel.users (extension, name, ringtimer) VALUES ('\(number)', '\(name)', 15)",
                            "DELETE FROM hotel.devices WHERE id = '\(number)'",
                            "INSERT INTO hotel.devices (id, tech, description) VALUES ('\(number)', 'pjsip', '\(name)')"
                        )
                    }
                    try await pair.primary.run(
                        "DELETE FROM hotel.incoming",
                        "INSERT INTO hotel.incoming (cidnum, extension, description) VALUES "
                            + "('', '4930', '\(name)'), (NULL, '4930', '\(name)'), ('', '', '\(name)')")
                }
                try await save("first")
                try await pair.ship()
                try await save("second")
                try await pair.primary.run("DELETE FROM hotel.users WHERE extension = '102'")
                try await pair.ship()
                for table in ["users", "devices", "incoming"] { #expect(try await pair.differences(table) == []) }
                #expect(try await pair.secondary.word("SELECT GROUP_CONCAT(name) FROM hotel.users") == "second,second")
            }
        }
    }
}
