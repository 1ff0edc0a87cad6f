import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What writers do, and what capture makes of it.
    @Suite struct CaptureTests {
        private static let words = "word VARCHAR(40) NOT NULL PRIMARY KEY, n INT NOT NULL"

        @Test func `insert, update, delete and a change of key arrive`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'a'), (2, 'b'), (3, NULL)")
                try await pair.ship()
                try await pair.primary.run(
                    "UPDATE hotel.t SET v = 'c' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2",
                    "UPDATE hotel.t SET id = 30 WHERE id = 3")
                let receipt = try await pair.ship()
                #expect(receipt.applied == 4)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT GROUP_CONCAT(id ORDER BY id) FROM hotel.t") == "1,30")
            }
        }

        @Test func `every statement that writes is captured`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t", "id INT NOT NULL PRIMARY KEY, u INT NULL, v INT NOT NULL DEFAULT 0, UNIQUE KEY (u)")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4), (5, NULL, 5)")
                try await pair.ship()
                let servers = try #require(CopyPair.servers)
                let file = servers.primary.server.folder + "/\(UInt32.random(in: 0...UInt32.max)).tsv"
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1, 1) ON DUPLICATE KEY UPDATE v = v + 10",
                    "REPLACE INTO hotel.t VALUES (20, 2, 22)", "INSERT IGNORE INTO hotel.t VALUES (3, 9, 9), (6, 6, 6)",
                    "UPDATE hotel.t SET v = v * 2 WHERE id IN (4, 5)",
                    "INSERT INTO hotel.t SELECT id + 100, NULL, v FROM hotel.t",
                    "SELECT 201, NULL, 7 UNION SELECT 202, 8, 8 INTO OUTFILE '\(file)'",
                    "LOAD DATA INFILE '\(file)' REPLACE INTO TABLE hotel.t",
                    "DELETE a FROM hotel.t a JOIN hotel.t b ON a.id = b.id + 100 WHERE b.v > 20")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT COUNT(*) FROM hotel.t WHERE id IN (201, 202)") == "2")
            }
        }

        @Test func `a key whose case changes by an update keeps one entry and arrives in its new spelling`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.words)
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('abc', 1)")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET word = 'ABC'")
                try await pair.ship()
                let number = try await pair.primary.feedNumber(of: "t")
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT HEX(word) FROM hotel.t") == "414243")
                #expect(try await pair.primary.word("SELECT COUNT(*) FROM comxfailover_node.feed_\(number)") == "1")
            }
        }

        @Test func `a key deleted and inserted in another case, or with blanks behind it, is one row`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.words)
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('abc', 1), ('x', 1), ('müller', 1)")
                try await pair.ship()
                try await pair.primary.run(
                    "DELETE FROM hotel.t", "INSERT INTO hotel.t VALUES ('ABC', 2), ('x  ', 2), ('MÜLLER', 2)")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT HEX(word) FROM hotel.t WHERE word = 'x'") == "782020")
            }
        }

        @Test func `keys of quotes, NUL, emoji and four-byte characters are told apart and arrive`() async throws {
            try await CopyPair.with { pair in
                try await pair.both(
                    "CREATE TABLE t (word VARCHAR(40) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, n INT NOT NULL)"
                )
                try await pair.copy(["t": []])
                let keys = [
                    "it's", "a\"b", "back\\slash", "nul\u{0}nul", "🛎️", "𝄞", "é", "e\u{301}", "", "abc",
                    "ABC", "%", "`",
                ]
                for key in keys {
                    try await pair.primary.run("INSERT INTO hotel.t VALUES (?, 1)", values: [.text(key)])
                }
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == String(keys.count))
                for key in keys.dropFirst(3) {
                    try await pair.primary.run("DELETE FROM hotel.t WHERE word = ?", values: [.text(key)])
                }
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "3")
            }
        }

        @Test func `keys of dates, bytes, decimals and several columns are found again`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t",
                    """
                    day DATE NOT NULL, raw BINARY(4) NOT NULL, price DECIMAL(8,2) NOT NULL,
                    grade ENUM('a','b') NOT NULL,
                    moment TIMESTAMP(3) NOT NULL, v INT NOT NULL, PRIMARY KEY (day, raw, price, grade, moment)
                    """)
                try await pair.primary.run(
                    "SET time_zone = '-08:00'",
                    "INSERT INTO hotel.t VALUES ('0000-00-00', 0x0027FF00, 1.10, 'b', '2024-01-01 00:00:00.125', 1)",
                    "INSERT INTO hotel.t VALUES ('2024-02-29', 0x00000000, -1.10, 'a', '2024-01-01 00:00:00.125', 2)")
                try await pair.ship()
                try await pair.primary.run(
                    "UPDATE hotel.t SET v = v + 10", "DELETE FROM hotel.t WHERE grade = 'a'", "SET time_zone = '+00:00'"
                )
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t") == "11")
            }
        }

        @Test func `a row written to what it was ships again and changes nothing`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL", rule: .newestWins)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET v = v")
                let receipt = try await pair.ship()
                #expect(receipt.conflicts == 0)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `rolled-back changes and savepoints ship nothing`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL")
                try await pair.primary.run(
                    "START TRANSACTION", "INSERT INTO hotel.t VALUES (1, 1), (2, 2)", "SAVEPOINT here",
                    "UPDATE hotel.t SET v = 9", "INSERT INTO hotel.t VALUES (3, 3)", "ROLLBACK TO here", "COMMIT",
                    "START TRANSACTION", "DELETE FROM hotel.t", "ROLLBACK")
                #expect(try await pair.ship().applied == 2)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a row written later is newer, whatever the statement's start or the session's timestamp say`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL")
                let clock = "SELECT clock FROM comxfailover_node.feed_\(try await pair.primary.feedNumber(of: "t"))"
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                let first = try #require(UInt64(try await pair.primary.word(clock) ?? ""))
                try await pair.ship()
                try await pair.primary.run("SET timestamp = 1000000000", "UPDATE hotel.t SET v = 2")
                let second = try #require(UInt64(try await pair.primary.word(clock) ?? ""))
                #expect(second > first)
                try await pair.primary.run("SET timestamp = 2051222400", "UPDATE hotel.t SET v = 3")
                let third = try #require(UInt64(try await pair.primary.word(clock) ?? ""))
                #expect(third > second && third < 2_051_222_400_000_000, "a session's own time is not the time of day")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a clock that was far in the future neither stops the copy nor makes later writes lose`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL", rule: .newestWins)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1), (2, 1)")
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run(
                    "UPDATE comxfailover_node.feed_\(number) SET clock = 2051222400000000 WHERE k0 = 1")
                let receipt = try await pair.ship()
                #expect(receipt.newestClock == 2_051_222_400_000_000, "who looks can report it")
                try await pair.primary.run("UPDATE hotel.t SET v = 2")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                try await pair.secondary.run("UPDATE hotel.t SET v = 3")
                let back = try await pair.ship(to: .primary)
                #expect(back.conflicts == 0)
                #expect(try await pair.primary.word("SELECT SUM(v) FROM hotel.t") == "6")
            }
        }

        @Test func `changes that the applier makes are not captured as this node's own`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NOT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.ship()
                let number = try await pair.secondary.feedNumber(of: "t")
                let entry = try await pair.secondary.rows(
                    "SELECT node, drift, epoch FROM comxfailover_node.feed_\(number)")
                #expect(entry == [[.unsigned(1), .unsigned(0), .unsigned(2)]])
                #expect(try await pair.ship(to: .primary).applied == 0)
            }
        }

        @Test func `rows that were there before capture ship, and any captured write is newer`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT NOT NULL)")
                try await pair.primary.run(
                    "INSERT INTO hotel.t SELECT seq, seq FROM hotel.`t` RIGHT JOIN seq_1_to_5000 ON FALSE")
                try await pair.copy(["t": []])
                #expect(try await pair.ship(limit: 700).applied == 5_000)
                try await pair.primary.run("UPDATE hotel.t SET v = 0 WHERE id = 77")
                #expect(try await pair.ship().applied == 1)
                #expect(try await pair.differences("t") == [])
            }
        }
    }
}
