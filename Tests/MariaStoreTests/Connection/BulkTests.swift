import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests {
    @Suite struct BulkTests {
        private func table(_ schema: String) throws -> MariaSession {
            let session = try ThrowawayServer.current.session(inFreshSchema: schema)
            try session.script("CREATE TABLE t (k BIGINT PRIMARY KEY, v LONGBLOB)")
            return session
        }

        @Test func `no rows are no statement`() throws {
            let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            #expect(try session.executeBulk("INSERT INTO nowhere VALUES (?)", rows: []) == MariaOutcome())
        }

        @Test func `rows beyond the size limit go in several round trips and all arrive`() throws {
            let session = try table("bulk_split")
            let blob = [UInt8](repeating: 7, count: 3 << 20)
            let rows = (0..<7).map { [MariaValue.integer($0), .bytes(blob)] }
            #expect(try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: rows).affectedRows == 7)
            let count = try session.query("SELECT COUNT(*) AS n FROM t WHERE LENGTH(v) = ?", [.integer(3 << 20)])
            #expect(try count[0].integer("n") == 7)
        }

        @Test func `a row larger than the limit goes alone`() throws {
            let session = try table("bulk_large")
            let large = [UInt8](repeating: 1, count: MariaSession.bulkBytesMax + 1)
            let rows: [[MariaValue]] = [
                [.integer(1), .bytes([])], [.integer(2), .bytes(large)], [.integer(3), .null],
            ]
            #expect(try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: rows).affectedRows == 3)
        }

        @Test func `a failing row takes its whole statement back`() throws {
            let session = try table("bulk_failing")
            let rows: [[MariaValue]] = [[.integer(1), .null], [.integer(2), .null], [.integer(1), .null]]
            let error = #expect(throws: MariaError.self) {
                try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: rows)
            }
            #expect(error?.isDuplicateKey == true)
            #expect(try session.query("SELECT * FROM t").isEmpty)
            #expect(try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: [rows[0]]).affectedRows == 1)
        }

        @Test func `one statement serves single rows and many in turn, also upserts and deletes`() throws {
            let session = try table("bulk_turns")
            let upsert = "INSERT INTO t VALUES (?, ?) ON DUPLICATE KEY UPDATE v = VALUES(v)"
            try session.execute(upsert, [.integer(1), .text("a")])
            try session.executeBulk(upsert, rows: [[.integer(1), .text("b")], [.integer(2), .text("c")]])
            try session.execute(upsert, [.integer(2), .text("d")])
            #expect(
                try session.query("SELECT v FROM t ORDER BY k").map { $0[0] } == [.bytes([0x62]), .bytes([0x64])])
            let gone = try session.executeBulk("DELETE FROM t WHERE k = ?", rows: [[.integer(1)], [.integer(2)]])
            #expect(gone.affectedRows == 2)
        }

        @Test func `a hundred thousand rows arrive as they were`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "bulk_many")
            try session.script(
                """
                CREATE TABLE t (a BIGINT PRIMARY KEY, b BIGINT UNSIGNED, c DOUBLE, d VARCHAR(40), e VARCHAR(40),
                f BLOB, g DATETIME(6), h INT NULL)
                """)
            let rows = (0..<100_000).map { Self.row(Int64($0)) }
            let outcome = try session.executeBulk("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows: rows)
            #expect(outcome.affectedRows == 100_000)
            var index = 0
            try session.forEachRow("SELECT * FROM t ORDER BY a") { row in
                if row.values != rows[index] { Issue.record("row \(index) differs: \(row.values)") }
                index += 1
            }
            #expect(index == rows.count)
        }

        private static func row(_ number: Int64) -> [MariaValue] {
            [
                .integer(number), .unsigned(UInt64(number) &* 0x9E37_79B9_7F4A_7C15), .double(Double(number) / 7),
                .text("name \(number)"), .text("a longer text for row \(number)"), .bytes([UInt8(number & 255), 0]),
                .text("2024-01-01 00:00:00.000001"), number % 3 == 0 ? .null : .integer(number),
            ]
        }
    }
}
