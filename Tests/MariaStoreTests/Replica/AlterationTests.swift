import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What other people do to their tables, and to ours.
    @Suite struct AlterationTests {
        private static let table = TableName(schema: "hotel", name: "t")

        /// Copies a table of three rows, runs `changes` on the Primary, and expects that the copy heals by itself.
        private func heals(
            _ changes: String..., isDirty: Bool = true, then check: (CopyPair) async throws -> Void = { _ in }
        ) async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL, b INT NOT NULL DEFAULT 0")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'one', 1), (2, 'two', 2), (3, 'three', 3)")
                try await pair.ship()
                for change in changes { try await pair.primary.run(change) }
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.refused.isEmpty)
                #expect(outcome.dirty.contains(Self.table) == isDirty)
                for table in outcome.dirty {
                    _ = try await pair.primary.source.shipAgain(table)
                    try await pair.primary.source.beginMending(table)
                    try await pair.primary.source.endMending(table)
                }
                try await pair.ship()
                try await check(pair)
                let again = try await pair.primary.source.arrangeCapture()
                #expect(again.changed.isEmpty && again.dirty.isEmpty, "what is right is left alone")
            }
        }

        private static let question = "SELECT id, a FROM hotel.t ORDER BY id"

        private func sameRows(_ pair: CopyPair) async throws {
            #expect(try await pair.primary.rows(Self.question) == pair.secondary.rows(Self.question))
        }

        @Test func `a column that is added, renamed, changed or dropped fails no write, and the views follow`()
            async throws
        {
            try await heals(
                "ALTER TABLE hotel.t ADD COLUMN c INT NOT NULL DEFAULT 5 FIRST",
                "INSERT INTO hotel.t (id, a) VALUES (4, 'four')",
                "ALTER TABLE hotel.t MODIFY COLUMN a VARCHAR(200) NULL",
                "UPDATE hotel.t SET a = REPEAT('x', 20) WHERE id = 1",
                "ALTER TABLE hotel.t RENAME COLUMN b TO bb", "UPDATE hotel.t SET bb = 7 WHERE id = 2",
                "ALTER TABLE hotel.t DROP COLUMN bb", "DELETE FROM hotel.t WHERE id = 3", then: sameRows)
        }

        @Test func `a view that was made anew since its columns were read takes no value for another's`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x')")
                let told = try #require(try await pair.primary.announced("t"))
                try await pair.primary.run(
                    "ALTER TABLE hotel.t ADD COLUMN b VARCHAR(20) NULL, DROP COLUMN a", "UPDATE hotel.t SET b = 'y'")
                _ = try await pair.primary.source.arrangeCapture()
                for isBatch in [true, false] {
                    do {
                        if isBatch {
                            _ = try await pair.primary.feed.batch(of: told, after: .start, limit: 9, origin: .all)
                        } else {
                            _ = try await pair.primary.feed.rows(of: told, keys: [[.integer(1)]])
                        }
                        Issue.record("what stands in b was read as a")
                    } catch FeedFailure.viewInvalid(let words) {
                        #expect(words.contains("(1054)"), "\(words)")
                    }
                }
                let anew = try #require(try await pair.primary.announced("t"))
                let batch = try await pair.primary.feed.batch(of: anew, after: .start, limit: 9, origin: .all)
                #expect(batch.rows.first?.image == [.integer(1), .text("y")])
            }
        }

        @Test func `views of an earlier program, which do not tell their shape, are read as they are`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                try await FormerProgram(node: pair.primary).install()
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x')")
                let told = try #require(try await pair.primary.announced("t"))
                let batch = try await pair.primary.feed.batch(of: told, after: .start, limit: 9, origin: .all)
                #expect(batch.rows.map(\.image) == [[.integer(1), .text("x")]])
                let rows = try await pair.primary.feed.rows(of: told, keys: [[.integer(1)]])
                #expect(rows.map(\.image) == [[.integer(1), .text("x")]])
            }
        }

        @Test func `a view that no longer fits is told as such until capture was arranged`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x')", "ALTER TABLE hotel.t DROP COLUMN a")
                let told = try #require(try await pair.primary.announced("t"))
                do {
                    _ = try await pair.primary.feed.batch(of: told, after: .start, limit: 9, origin: .all)
                    Issue.record("a view without its column was read")
                } catch FeedFailure.viewInvalid {
                }
                _ = try await pair.primary.source.arrangeCapture()
                try await pair.ship()
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "1")
            }
        }

        @Test func `a table altered under an open snapshot asks for another snapshot`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x')")
                let told = try #require(try await pair.primary.announced("t"))
                _ = try await pair.primary.feed.openSnapshot(newsIn: [], origin: .all)
                try await pair.primary.run("ALTER TABLE hotel.t ADD COLUMN c INT NULL, ALGORITHM=COPY")
                do {
                    _ = try await pair.primary.feed.batch(of: told, after: .start, limit: 9, origin: .all)
                } catch FeedFailure.retry {
                }
                await pair.primary.feed.closeSnapshot()
                #expect(try await pair.ship().applied == 1)
            }
        }

        @Test func `a key column that is renamed or dropped fails no write, and is reported`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (a INT NOT NULL, v INT NULL)",
                    "CREATE TABLE u (id INT NOT NULL PRIMARY KEY, v INT NULL)")
                try await pair.copy(["t": ["a"], "u": []])
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1)", "INSERT INTO hotel.u VALUES (1, 1)",
                    "ALTER TABLE hotel.t DROP COLUMN a", "ALTER TABLE hotel.u RENAME COLUMN id TO nr",
                    "INSERT INTO hotel.t VALUES (2)", "UPDATE hotel.t SET v = 3", "DELETE FROM hotel.t WHERE v = 3",
                    "INSERT INTO hotel.u VALUES (2, 2)", "UPDATE hotel.u SET v = 3", "DELETE FROM hotel.u WHERE nr = 1")
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.refused[Self.table]?.contains("no column a") == true)
                #expect(outcome.dirty.contains(TableName(schema: "hotel", name: "u")))
                let told = try #require(try await pair.primary.announced("u"))
                #expect(told.shape.keyColumns.map(\.name) == ["nr"])
            }
        }

        @Test func `a key column that grows takes longer keys at once, and they ship after capture was arranged`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id VARCHAR(4) NOT NULL PRIMARY KEY, a INT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('abcd', 1), ('gone', 1)")
                try await pair.ship()
                let before = try #require(try await pair.primary.announced("t"))
                try await pair.both("ALTER TABLE hotel.t MODIFY COLUMN id VARCHAR(40) NOT NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES ('abcdefgh', 2)", "DELETE FROM hotel.t WHERE id = 'gone'")
                for node in [pair.primary, pair.secondary] { _ = try await node.source.arrangeCapture() }
                _ = try await pair.primary.source.shipAgain(Self.table)
                try await pair.ship()
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t WHERE id LIKE 'abcd%'") == "2")
                let after = try #require(try await pair.primary.announced("t"))
                #expect(after.horizon > before.horizon, "the tombstone went with the old feed: the reader must compare")
            }
        }

        @Test func `rows that TRUNCATE took away become tombstones and ship`() async throws {
            try await heals("TRUNCATE hotel.t", "INSERT INTO hotel.t (id, a) VALUES (2, 'again')") { pair in
                try await sameRows(pair)
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "1")
            }
        }

        @Test(arguments: [
            "TRUNCATE hotel.t", "ALTER TABLE hotel.t TRUNCATE PARTITION p0", "ALTER TABLE hotel.t DROP PARTITION p1",
        ]) func `rows that went with a partition become tombstones and ship`(change: String) async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t",
                    """
                    id INT NOT NULL PRIMARY KEY, a INT NULL) PARTITION BY RANGE (id) (
                      PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20),
                      PARTITION p2 VALUES LESS THAN (30)
                    """)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1), (2, 2), (11, 3), (12, 4), (21, 5)")
                try await pair.ship()
                #expect(try await pair.primary.source.arrangeCapture().changed == [])
                try await pair.primary.run(change)
                #expect(try await pair.primary.source.arrangeCapture().changed == [Self.table])
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.source.arrangeCapture().changed == [])
            }
        }

        @Test func `a table that is dropped and created anew is captured anew`() async throws {
            try await heals(
                "DELETE FROM hotel.t WHERE id = 1", "DROP TABLE hotel.t",
                "CREATE TABLE hotel.t (id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL, b INT NOT NULL DEFAULT 0)",
                "INSERT INTO hotel.t VALUES (1, 'back', 1), (2, 'changed', 2), (9, 'new', 3)", then: sameRows)
        }

        @Test func `a table that is renamed away and replaced is captured anew, and the old one can be written`()
            async throws
        {
            try await heals(
                "CREATE TABLE hotel.fresh LIKE hotel.t",
                "INSERT INTO hotel.fresh VALUES (2, 'fresh', 2), (5, 'five', 5)",
                "RENAME TABLE hotel.t TO hotel.old, hotel.fresh TO hotel.t", "UPDATE hotel.old SET a = 'old'",
                "INSERT INTO hotel.t VALUES (6, 'six', 6)"
            ) { pair in
                try await sameRows(pair)
                try await pair.primary.run("INSERT INTO hotel.old VALUES (70, 'old', 6)", "DELETE FROM hotel.old")
                #expect(try await pair.ship().applied == 0)
            }
        }

        @Test func `a table that is gone is named, and the others are copied`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (id INT NOT NULL PRIMARY KEY)", "CREATE TABLE u (id INT NOT NULL PRIMARY KEY)")
                try await pair.copy(["t": [], "u": []])
                try await pair.primary.run("DROP TABLE hotel.t", "INSERT INTO hotel.u VALUES (1)")
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.refused[Self.table]?.contains("no table hotel.t") == true)
                #expect(outcome.refused.count == 1)
                let work = try await pair.pending(["u"])
                #expect(try await pair.secondary.store.apply(work).applied == 1)
            }
        }

        @Test func `a feed table that somebody dropped fails no write, and is made anew`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL, b INT NOT NULL DEFAULT 0")
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (1), (2)")
                try await pair.ship()
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run(
                    "DROP TABLE comxfailover_node.feed_\(number)", "INSERT INTO hotel.t (id) VALUES (3)",
                    "UPDATE hotel.t SET a = 'x' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2")
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.dirty.contains(Self.table) && outcome.changed.contains(Self.table))
                _ = try await pair.primary.source.shipAgain(Self.table)
                try await pair.ship()
                #expect(
                    try await pair.secondary.rows("SELECT id, a FROM hotel.t WHERE id <> 2 ORDER BY id")
                        == pair.primary.rows("SELECT id, a FROM hotel.t ORDER BY id"))
            }
        }

        @Test func `triggers and views that somebody dropped are put back, and what passed them by ships`() async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 'x'), (2, 'x'), (3, 'x')", "DELETE FROM hotel.t WHERE id = 3")
                try await pair.ship()
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run(
                    "DROP TRIGGER hotel.comxfailover_\(number)_update",
                    "DROP TRIGGER hotel.comxfailover_\(number)_insert",
                    "DROP TRIGGER hotel.comxfailover_\(number)_delete", "DROP VIEW comxfailover_feed.feed_\(number)",
                    "UPDATE hotel.t SET a = 'y' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2",
                    "INSERT INTO hotel.t VALUES (3, 'back'), (4, 'new')")
                let gaps = try await pair.primary.source.coverage().gaps
                #expect(gaps.contains { $0.kind == "no-trigger" && $0.subject == "hotel.t" })
                let outcome = try await pair.primary.source.arrangeCapture()
                #expect(outcome.dirty == [Self.table])
                _ = try await pair.primary.source.shipAgain(Self.table)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `an account that arranged capture may be dropped, and no write fails`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)")
                try await pair.primary.run(
                    "CREATE OR REPLACE USER passing@localhost IDENTIFIED BY 'x'",
                    "GRANT ALL ON *.* TO passing@localhost WITH GRANT OPTION")
                try await pair.copy(["t": []])
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run("DROP TRIGGER hotel.comxfailover_\(number)_insert")
                var endpoint = pair.primary.administrator
                endpoint.user = "passing"
                endpoint.password = "x"
                let passing = MariaFeedSource(endpoint: endpoint)
                #expect(try await passing.arrangeCapture().changed == [Self.table])
                await passing.close()
                try await pair.primary.run("DROP USER passing@localhost", "INSERT INTO hotel.t VALUES (1)")
                #expect(try await pair.primary.source.arrangeCapture().changed == [], "it was right all the time")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2)")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `triggers made under another account, or without theirs, are put right`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1)", "DROP USER comxfailover_capture@localhost")
                await #expect(throws: MariaError.self) { try await pair.primary.run("INSERT INTO hotel.t VALUES (2)") }
                _ = try await pair.primary.source.arrangeCapture()
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2)")
                let number = try await pair.primary.feedNumber(of: "t")
                let body = try #require(
                    try await pair.primary.word(
                        "SELECT ACTION_STATEMENT FROM information_schema.TRIGGERS "
                            + "WHERE TRIGGER_NAME = 'comxfailover_\(number)_insert'"))
                try await pair.primary.run(
                    "CREATE OR REPLACE TRIGGER hotel.comxfailover_\(number)_insert AFTER INSERT ON hotel.t "
                        + "FOR EACH ROW \(body)",
                    "CREATE OR REPLACE SQL SECURITY DEFINER VIEW comxfailover_feed.life AS "
                        + "SELECT incarnation, superseded, suspect_above IS NOT NULL AS restoring "
                        + "FROM comxfailover_node.feed_life WHERE id = 1")
                #expect(try await pair.primary.source.arrangeCapture().changed == [Self.table])
                let definers = """
                    SELECT DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_NAME LIKE 'comxfailover%'
                    UNION SELECT DEFINER FROM information_schema.VIEWS WHERE TABLE_SCHEMA = 'comxfailover_feed'
                    """
                #expect(try await pair.primary.rows(definers) == [[.text("comxfailover_capture@localhost")]])
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a write that capture missed, without any trace of it, is shipped when the table ships again`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, a VARCHAR(20) NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 'x'), (2, 'x')", "DELETE FROM hotel.t WHERE id = 2")
                try await pair.ship()
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2, 'back'), (3, 'new')")
                try await pair.primary.run(
                    "DELETE FROM comxfailover_node.feed_\(number) WHERE k0 = 3",
                    "UPDATE comxfailover_node.feed_\(number) SET tombstone = 1 WHERE k0 = 2",
                    "UPDATE comxfailover_node.feed_table SET dirty = 1 WHERE number = \(number)")
                #expect(try await pair.primary.source.arrangeCapture().dirty == [Self.table])
                #expect(try await pair.primary.source.shipAgain(Self.table) == 3)
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a cascade inside the item takes the children along on both nodes`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY, v INT NULL)",
                    """
                    CREATE TABLE t (id INT NOT NULL PRIMARY KEY, p INT NOT NULL,
                      FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE)
                    """)
                try await pair.copy(["parent": [], "t": []])
                try await pair.primary.run(
                    "INSERT INTO hotel.parent VALUES (1, 1), (2, 2)", "INSERT INTO hotel.t VALUES (10, 1), (20, 2)")
                try await pair.ship()
                try await pair.primary.run(
                    "UPDATE hotel.parent SET v = 5 WHERE id = 2", "DELETE FROM hotel.parent WHERE id = 1")
                _ = try await pair.primary.source.arrangeCapture()
                try await pair.ship()
                #expect(try await pair.differences("parent") == [])
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "1")
            }
        }

        @Test func `removing all triggers leaves none, and switching the catalogue on again puts them back`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY")
                #expect(try await pair.primary.source.removeAllTriggers() >= 3)
                #expect(
                    try await pair.primary.word(
                        "SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_NAME LIKE 'comxfailover%' "
                            + "AND TRIGGER_SCHEMA = 'hotel'") == "0")
                _ = try await pair.primary.source.arrangeCapture()
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1)")
                try await pair.primary.source.setEnabled(ItemName(literal: "catalogue"), true)
                _ = try await pair.primary.source.arrangeCapture()
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }
    }
}
