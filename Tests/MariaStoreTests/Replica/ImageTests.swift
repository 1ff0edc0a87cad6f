import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What a row's values go through between two servers.
    @Suite struct ImageTests {
        private static let columns = """
            id INT UNSIGNED NOT NULL PRIMARY KEY, tiny TINYINT NULL, huge BIGINT UNSIGNED NULL, low BIGINT NULL,
            price DECIMAL(20,6) NULL, f FLOAT NULL, d DOUBLE NULL, bits BIT(12) NULL, flag BIT(1) NULL,
            day DATE NULL, moment DATETIME(6) NULL, stamp TIMESTAMP(6) NULL, span TIME(3) NULL, y YEAR NULL,
            grade ENUM('it''s','b,c') NULL, marks SET('x','y','z') NULL, extra JSON NULL,
            word VARCHAR(200) NULL, latin VARCHAR(50) CHARACTER SET latin1 NULL, fixed CHAR(10) NULL,
            long_text MEDIUMTEXT NULL, raw VARBINARY(64) NULL, pad BINARY(8) NULL
            """

        /// Values of one column: bound ones, and literals in the words of SQL.
        private struct Sample {
            let column: String
            var values: [CellValue] = []
            var plain: [String] = []
        }

        private func keepsItsValues(_ samples: Sample...) async throws {
            try await CopyPair.with { pair in
                try await pair.copy("sample", Self.columns)
                try await pair.primary.run("SET sql_mode = 'ALLOW_INVALID_DATES'")
                var id: UInt64 = 0
                for sample in samples {
                    for value in sample.values {
                        id += 1
                        try await pair.primary.run(
                            "INSERT INTO hotel.sample (id, \(sample.column)) VALUES (?, ?)",
                            values: [.unsigned(id), value])
                    }
                    for literal in sample.plain {
                        id += 1
                        try await pair.primary.run(
                            "INSERT INTO hotel.sample (id, \(sample.column)) VALUES (\(id), \(literal))")
                    }
                }
                #expect(try await pair.ship().applied == id)
                #expect(try await pair.differences("sample") == [])
                let told = try #require(try await pair.primary.announced("sample"))
                let own = try #require(try await pair.secondary.announced("sample"))
                let names = told.shape.columns.map(\.name)
                let range = KeyRange(lower: nil, upper: nil)
                let digest = try await pair.primary.feed.digest(of: told, columns: names, in: range)
                #expect(try await pair.secondary.store.digest(of: own, columns: names, in: range) == digest)
            }
        }

        @Test func `quotes, backslashes, NUL, emoji, trailing blanks and other character sets arrive as they were`()
            async throws
        {
            let words = [
                "it's \"quoted\" \\ `back`", "a\u{0}b", "🛎️ 𝄞 漢字 é", "blanks   ", "", " ", "%_\n\r\t", "NULL", "0x00",
            ]
            try await keepsItsValues(
                Sample(column: "word", values: words.map(CellValue.text)),
                Sample(column: "latin", values: [.text("Müller, Straße"), .text("€ 5"), .text("plain")]),
                Sample(column: "fixed", values: [.text("abc  "), .text("0123456789")]),
                Sample(column: "long_text", values: [.text(String(repeating: "room é ", count: 8_000))]))
        }

        @Test func `a text and a blob of nine million bytes arrive whole, and capture lets them pass`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("big", "id INT NOT NULL PRIMARY KEY, body LONGBLOB NULL, prose LONGTEXT NULL")
                let body = (0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
                try await pair.primary.run("INSERT INTO hotel.big VALUES (1, ?, NULL)", values: [.bytes(body)])
                try await pair.primary.run(
                    "INSERT INTO hotel.big VALUES (2, NULL, ?)",
                    values: [.text(String(repeating: "hotel ", count: 1_500_000))])
                try await pair.ship()
                #expect(try await pair.differences("big") == [])
                let told = try #require(try await pair.primary.announced("big"))
                let digests = try await pair.primary.feed.rowDigests(
                    of: told, columns: ["body", "prose"], in: KeyRange(lower: nil, upper: nil))
                try await pair.secondary.run("UPDATE hotel.big SET prose = CONCAT(prose, '!')")
                let others = try await pair.secondary.store.rowDigests(
                    of: try #require(try await pair.secondary.announced("big")), columns: ["body", "prose"],
                    in: KeyRange(lower: nil, upper: nil))
                #expect(digests[0].checksum == others[0].checksum)
                #expect(digests[1].checksum != others[1].checksum, "a long text must not slip through a comparison")
            }
        }

        @Test func `texts of sixty thousand bytes, up to what their type holds, arrive whole`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v TEXT CHARACTER SET utf8mb4 NOT NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, REPEAT('ü', 30000)), (2, REPEAT('x', 65535)), "
                        + "(3, CONCAT(REPEAT('🛎', 16383), '   '))",
                    "UPDATE hotel.t SET v = CONCAT(v, 'end') WHERE id = 1")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(
                    try await pair.secondary.word("SELECT GROUP_CONCAT(LENGTH(v) ORDER BY id) FROM hotel.t")
                        == "60003,65535,65535")
            }
        }

        @Test func `numbers keep every digit and every bit`() async throws {
            try await keepsItsValues(
                Sample(column: "huge", values: [.unsigned(.max), .unsigned(0), .null]),
                Sample(column: "low", values: [.integer(.min), .integer(.max), .integer(-1)]),
                Sample(
                    column: "price", values: [.text("12345678901234.567891"), .text("-0.000001"), .text("0.100000")]),
                Sample(
                    column: "f", values: [.double(0.1), .double(16_777_217), .double(1.17549e-38), .double(-3.4e38)]),
                Sample(
                    column: "d",
                    values: [
                        .double(0.1), .double(1.0 / 3), .double(.leastNonzeroMagnitude),
                        .double(.greatestFiniteMagnitude),
                    ]),
                Sample(column: "bits", plain: ["b'101010101010'", "b'0'", "b'111111111111'", "NULL"]),
                Sample(column: "flag", plain: ["b'1'", "b'0'", "NULL"]))
        }

        @Test func `dates, times and years arrive as they were, zero and partial dates too`() async throws {
            try await keepsItsValues(
                Sample(column: "day", plain: ["'0000-00-00'", "'2024-02-29'", "'2024-00-00'", "'9999-12-31'"]),
                Sample(column: "moment", plain: ["'0000-00-00 00:00:00'", "'2024-06-01 12:30:15.123456'"]),
                Sample(column: "span", plain: ["'-838:59:59'", "'25:00:00.125'", "'00:00:00'"]),
                Sample(column: "y", plain: ["1901", "2155", "0"]))
        }

        @Test func `enumerations, sets, JSON and bytes arrive as they were`() async throws {
            try await keepsItsValues(
                Sample(column: "grade", values: [.text("it's"), .text("b,c"), .null]),
                Sample(column: "marks", values: [.text("x,z"), .text(""), .null]),
                Sample(
                    column: "extra",
                    values: [.text("{\"a\": [1, null, \"é\"]}"), .text("null"), .text("\"text\""), .null]),
                Sample(
                    column: "raw",
                    values: [
                        .bytes((0..<64).map { UInt8($0 * 4) }), .bytes([]), .bytes([0, 0]), .bytes([0xFF, 0x27, 0x5C]),
                    ]),
                Sample(column: "pad", values: [.bytes([1]), .bytes([0x20, 0x20])]))
        }

        @Test func `the error value of an enumeration, which strictness refuses, arrives as it was`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t",
                    """
                    id INT NOT NULL PRIMARY KEY, grade ENUM('it''s','b,c') NOT NULL, mood ENUM('good','bad') NULL,
                    hollow ENUM('','full') NOT NULL DEFAULT 'full', marks SET('x','y') NOT NULL,
                    touched TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
                    """)
                try await pair.primary.run(
                    "SET sql_mode = ''",
                    """
                    INSERT INTO hotel.t VALUES (1, 'none', 'bad', '', 'x,none', '2024-01-01 00:00:00'),
                      (2, 'b,c', 'none', 'full', '', '2024-01-02 00:00:00'),
                      (3, 'none', NULL, 'full', 'x,y', '2024-01-03 00:00:00')
                    """, "INSERT INTO hotel.t (id, grade) VALUES (4, 'it''s')")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                let indices = "SELECT id, grade + 0, mood + 0, hollow + 0, marks + 0 FROM hotel.t ORDER BY id"
                #expect(try await pair.primary.rows(indices) == pair.secondary.rows(indices))
                try await pair.primary.run("UPDATE hotel.t SET mood = 'none' WHERE id = 4")
                try await pair.secondary.run("ALTER TABLE hotel.t ADD COLUMN own INT NULL")
                try await pair.primary.run("UPDATE hotel.t SET grade = 'none' WHERE id = 2")
                try await pair.ship()
                #expect(try await pair.primary.rows(indices) == pair.secondary.rows(indices))
            }
        }

        @Test func `a moment is the same moment when writer and servers live in other time zones`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("sample", Self.columns)
                try await pair.primary.run(
                    "SET GLOBAL time_zone = '+09:00'", "SET time_zone = '-05:00'",
                    "INSERT INTO hotel.sample (id, stamp, moment) "
                        + "VALUES (1, '2024-06-01 12:00:00', '2024-06-01 12:00:00')",
                    "INSERT INTO hotel.sample (id, stamp) VALUES (2, 0)")
                try await pair.secondary.run("SET GLOBAL time_zone = '+02:00'")
                try await pair.ship()
                let question = "SELECT UNIX_TIMESTAMP(stamp), moment FROM hotel.sample ORDER BY id"
                #expect(try await pair.primary.rows(question) == pair.secondary.rows(question))
                #expect(
                    try await pair.secondary.word("SELECT UNIX_TIMESTAMP(stamp) FROM hotel.sample")
                        == "1717261200.000000")
                for node in [pair.primary, pair.secondary] { try await node.run("SET GLOBAL time_zone = SYSTEM") }
            }
        }

        @Test func `a zero in an auto-increment key stays zero`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("counted", "id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, word VARCHAR(9) NOT NULL")
                try await pair.primary.run(
                    "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
                    "INSERT INTO hotel.counted VALUES (0, 'zero'), (7, 'seven')")
                try await pair.ship()
                #expect(try await pair.differences("counted") == [])
            }
        }

        @Test func `columns that the server computes are left to it`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "room",
                    """
                    id INT NOT NULL PRIMARY KEY, floor INT NOT NULL, place INT NOT NULL,
                    label VARCHAR(20) AS (CONCAT(floor, '-', place)) VIRTUAL,
                    rank_stored INT AS (floor * 100 + place) PERSISTENT, UNIQUE KEY (rank_stored)
                    """)
                try await pair.primary.run("INSERT INTO hotel.room (id, floor, place) VALUES (1, 2, 3), (2, 4, 5)")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.room SET floor = 4, place = 6 WHERE id = 1")
                try await pair.ship()
                #expect(try await pair.differences("room") == [])
                #expect(try await pair.secondary.word("SELECT label FROM hotel.room WHERE id = 1") == "4-6")
            }
        }
    }
}
