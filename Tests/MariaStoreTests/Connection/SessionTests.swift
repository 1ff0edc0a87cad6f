import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests {
    @Suite struct SessionTests {
        @Test func `an outcome tells rows, the number given out and warnings`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_outcome")
            try session.script("CREATE TABLE t (k INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(3) UNIQUE)")
            let inserted = try session.execute("INSERT INTO t (v) VALUES (?), (?)", [.text("a"), .text("b")])
            #expect(inserted == MariaOutcome(affectedRows: 2, lastInsertID: 1))
            let ignored = try session.execute("INSERT IGNORE INTO t (v) VALUES (?)", [.text("a")])
            #expect(ignored.affectedRows == 0)
            #expect(ignored.warningCount == 1)
            #expect(try session.execute("DELETE FROM t").affectedRows == 2)
        }

        @Test func `an error carries MariaDB's number, state and words, and the statement`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_error")
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            try session.execute("INSERT INTO t VALUES (1)")
            let error = #expect(throws: MariaError.self) {
                try session.execute("INSERT INTO t VALUES (?)", [.integer(1)])
            }
            #expect(error?.number == 1062)
            #expect(error?.sqlState == "23000")
            #expect(error?.message == "Duplicate entry '1' for key 'PRIMARY'")
            #expect(error?.statement == "INSERT INTO t VALUES (?)")
            #expect(error?.isDuplicateKey == true)
            #expect(!session.isLost)
            #expect(try session.query("SELECT k FROM t").count == 1)
        }

        @Test func `an error that ends a result in the midst of its rows carries its number, too`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_midst")
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            try session.execute("INSERT INTO t VALUES (1), (2)")
            let other = try MariaSession(connecting: ThrowawayServer.current.administrator)
            let error = try other.transaction { other in
                try other.query("SELECT k FROM session_midst.t WHERE k = 2 FOR UPDATE")
                return #expect(throws: MariaError.self) { try session.query("SELECT k FROM t FOR UPDATE NOWAIT") }
            }
            #expect(error?.number == 1205)
            #expect(!session.isLost)
            #expect(try session.query("SELECT k FROM t").count == 2)
        }

        @Test func `a statement that cannot be prepared says why`() throws {
            let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            #expect(throws: MariaError.self) { try session.query("SELEKT 1") }
            let missing = #expect(throws: MariaError.self) { try session.query("SELECT 1 FROM nowhere.nothing") }
            #expect(missing?.isMissingTable == true)
            #expect(try session.query("SELECT 1 AS one")[0].integer("one") == 1)
        }

        @Test func `the wrong number of values is an error before anything is sent`() throws {
            let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            let error = #expect(throws: MariaError.self) { try session.query("SELECT ?, ?", [.null]) }
            #expect(error?.message == "2 parameters expected, 1 given")
            #expect(throws: MariaError.self) {
                try session.executeBulk("SELECT ?, ?", rows: [[.null, .null], [.null]])
            }
        }

        @Test func `rows stream one by one and the session is free after an early end`() throws {
            struct Enough: Error {}
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_stream")
            var seen: [MariaValue] = []
            #expect(throws: Enough.self) {
                try session.forEachRow("SELECT seq FROM seq_1_to_100000") { row in
                    seen.append(row["seq"])
                    if seen.count == 3 { throw Enough() }
                }
            }
            #expect(seen == [.unsigned(1), .unsigned(2), .unsigned(3)])
            var sum: UInt64 = 0
            try session.forEachRow("SELECT seq FROM seq_1_to_100000 WHERE seq > ?", [.integer(99_990)]) {
                sum += try $0.unsigned("seq")
            }
            #expect(sum == (99_991...100_000).reduce(0, +))
        }

        @Test func `a prepared statement follows a table whose columns change`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_alter")
            try session.script("CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(10))")
            try session.execute("INSERT INTO t VALUES (?, ?)", [.integer(1), .text("x")])
            #expect(try session.query("SELECT * FROM t")[0].columns == ["a", "b"])
            try session.script("ALTER TABLE t ADD c BIGINT NOT NULL DEFAULT 7 FIRST")
            let wider = try session.query("SELECT * FROM t")[0]
            #expect(wider == MariaRow(columns: ["c", "a", "b"], values: [.integer(7), .integer(1), .text("x")]))
            try session.script("ALTER TABLE t DROP a, MODIFY c VARCHAR(20)")
            let narrower = try session.query("SELECT * FROM t")[0]
            #expect(narrower == MariaRow(columns: ["c", "b"], values: [.text("7"), .text("x")]))
            try session.script("DROP TABLE t")
            #expect(throws: MariaError.self) { try session.query("SELECT * FROM t") }
            try session.script("CREATE TABLE t (z BLOB)")
            try session.execute("INSERT INTO t VALUES (?)", [.bytes([0])])
            #expect(try session.query("SELECT * FROM t")[0] == MariaRow(columns: ["z"], values: [.bytes([0])]))
        }

        @Test func `a procedure whose result changes is not run twice behind the caller's back`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_twice")
            try session.script("CREATE TABLE t (k INT AUTO_INCREMENT PRIMARY KEY, v INT)")
            try session.script(
                """
                CREATE PROCEDURE p(wide INT) BEGIN INSERT INTO t (v) VALUES (wide);
                IF wide THEN SELECT 1, 2, 3; ELSE SELECT 1; END IF; END
                """)
            for wide in 0...1 { _ = try? session.query("CALL p(?)", [.integer(Int64(wide))]) }
            #expect(try session.query("SELECT COUNT(*) AS n FROM t")[0].integer("n") == 2)
        }

        @Test func `far more statements than the cache holds still work, and the server forgets the old ones`() throws {
            let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            for number in 0..<1000 {
                #expect(try session.query("SELECT \(number)")[0][0] == .integer(Int64(number)))
            }
            let closed = try session.query("SHOW SESSION STATUS LIKE 'Com_stmt_close'")[0].text("Value")
            #expect(closed == "873", "one thousand and this one, less the 128 that are kept")
        }

        @Test func `a settled kind of transaction commits, and rolls back when its body throws`() throws {
            struct Stop: Error {}
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_transaction")
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            try session.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
            #expect(throws: Stop.self) {
                try session.transaction(.readCommitted) { inner in
                    try inner.execute("INSERT INTO t VALUES (2)")
                    throw Stop()
                }
            }
            #expect(try session.query("SELECT k FROM t").map { $0[0] } == [.integer(1)])
        }

        @Test func `one chained transaction after the other needs one opening, and is whole all the same`() throws {
            struct Stop: Error {}
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_chain")
            let reader = try MariaSession(connecting: ThrowawayServer.current.administrator)
            let all = "SELECT k FROM session_chain.t"
            let openings = "SHOW SESSION STATUS LIKE 'Com_begin'"
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            for key in 1...3 {
                try session.transaction(.chained) { inner in
                    try inner.execute("INSERT INTO t VALUES (?)", [.integer(Int64(key))])
                    #expect(try reader.query(all).count == key - 1)
                }
                #expect(try reader.query(all).count == key)
            }
            #expect(throws: Stop.self) {
                try session.transaction(.chained) { inner in
                    try inner.execute("INSERT INTO t VALUES (4)")
                    throw Stop()
                }
            }
            #expect(try reader.query(all).count == 3)
            #expect(try session.query(openings)[0].text("Value") == "1")
            try session.transaction(.chained) { try $0.execute("INSERT INTO t VALUES (5)") }
            #expect(try session.query(openings)[0].text("Value") == "2", "what was rolled back is followed by none")
        }

        @Test func `what is done beside chained transactions is no part of the next`() throws {
            struct Stop: Error {}
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_beside")
            let other = try MariaSession(connecting: ThrowawayServer.current.administrator)
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            try session.transaction(.chained) { try $0.execute("INSERT INTO t VALUES (1)") }
            try session.execute("INSERT INTO t VALUES (2)")
            #expect(try other.query("SELECT k FROM session_beside.t").count == 2, "it is committed by itself")
            try session.transaction(.chained) { try $0.execute("INSERT INTO t VALUES (3)") }
            #expect(throws: Stop.self) {
                try session.transaction(.readCommitted) { inner in
                    try inner.execute("INSERT INTO t VALUES (4)")
                    throw Stop()
                }
            }
            #expect(try other.query("SELECT k FROM session_beside.t").count == 3)
            #expect(try session.query("SELECT @@in_transaction")[0][0].readable == "0")
            try other.script("SET SESSION lock_wait_timeout = 1")
            try session.transaction(.chained) { try $0.execute("INSERT INTO t VALUES (5)") }
            try other.script("ALTER TABLE session_beside.t ADD COLUMN v INT")
        }

        @Test func `a snapshot sees one moment and writes nothing`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_snapshot")
            let writer = try MariaSession(connecting: ThrowawayServer.current.administrator)
            try session.script("CREATE TABLE t (k INT PRIMARY KEY)")
            try session.transaction(.snapshot) { snapshot in
                try writer.execute("INSERT INTO session_snapshot.t VALUES (1)")
                #expect(try snapshot.query("SELECT * FROM t").isEmpty)
                #expect(throws: MariaError.self) { try snapshot.execute("INSERT INTO t VALUES (2)") }
            }
            #expect(try session.query("SELECT * FROM t").count == 1)
        }

        @Test func `a deadlock is retryable and a name is quoted`() throws {
            #expect(MariaError(number: 1213, message: "").isRetryable)
            #expect(!MariaError(number: 1062, message: "").isRetryable)
            #expect(MariaIdentifier.quoted("a`b") == "`a``b`")
            let session = try ThrowawayServer.current.session(inFreshSchema: "odd`name")
            #expect(try session.query("SELECT DATABASE()")[0][0] == .text("odd`name"))
        }

        @Test func `strict mode refuses what does not fit, and zero dates pass`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_strict")
            try session.script("CREATE TABLE t (v VARCHAR(2), d DATE)")
            let error = #expect(throws: MariaError.self) { try session.execute("INSERT INTO t (v) VALUES ('abc')") }
            #expect(error?.number == 1406)
            try session.execute("INSERT INTO t (d) VALUES ('0000-00-00')")
        }

        @Test func `a procedure's several results do not put the connection out of step`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "session_procedure")
            try session.script("CREATE PROCEDURE p() BEGIN SELECT 1 AS a; SELECT 2 AS b, 3 AS c; END")
            #expect(try session.query("CALL p()") == [MariaRow(columns: ["a"], values: [.integer(1)])])
            try session.execute("CALL p()")
            #expect(try session.query("SELECT 4 AS d")[0].integer("d") == 4)
        }
    }
}
