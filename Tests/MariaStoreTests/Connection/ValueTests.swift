import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests {
    @Suite struct ValueTests {
        @Test(arguments: ValueSample.all)
        func `a value comes back as it was stored`(_ sample: ValueSample) throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "value_\(sample.name)")
            try session.script("CREATE TABLE t (k INT NOT NULL PRIMARY KEY, v \(sample.type))")
            try session.execute("INSERT INTO t VALUES (1, ?)", [sample.stored])
            #expect(try session.query("SELECT v FROM t")[0][0] == sample.expected)
        }

        @Test(arguments: ValueSample.all)
        func `a value comes back as it was stored in bulk, next to NULLs`(_ sample: ValueSample) throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "bulk_\(sample.name)")
            try session.script("CREATE TABLE t (k INT NOT NULL PRIMARY KEY, v \(sample.type) NULL)")
            let rows: [[MariaValue]] = [
                [.integer(1), .null], [.integer(2), sample.stored], [.integer(3), .null], [.integer(4), sample.stored],
            ]
            #expect(try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: rows).affectedRows == 4)
            let values = try session.query("SELECT v FROM t ORDER BY k").map { $0[0] }
            #expect(values == [.null, sample.expected, .null, sample.expected])
        }

        @Test func `a timestamp is read in UTC whatever the server's time zone is`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "value_zone")
            try session.script("CREATE TABLE t (v TIMESTAMP(6) NULL)")
            try session.script("SET time_zone = '+05:30'")
            try session.execute("INSERT INTO t VALUES (?)", [.text("2024-02-29 05:30:00.000001")])
            let another = try MariaSession(connecting: ThrowawayServer.current.administrator)
            #expect(try another.query("SELECT v FROM value_zone.t")[0][0] == .text("2024-02-29 00:00:00.000001"))
        }

        @Test func `a column of mixed kinds travels as strings`() throws {
            let session = try ThrowawayServer.current.session(inFreshSchema: "value_mixed")
            try session.script("CREATE TABLE t (k INT PRIMARY KEY, v LONGTEXT)")
            let values: [MariaValue] = [.integer(-1), .text("a"), .unsigned(.max), .double(0.1), .null]
            let rows = values.enumerated().map { [MariaValue.integer(Int64($0.offset)), $0.element] }
            try session.executeBulk("INSERT INTO t VALUES (?, ?)", rows: rows)
            #expect(
                try session.query("SELECT v FROM t ORDER BY k").map { $0[0] }
                    == [.text("-1"), .text("a"), .text("18446744073709551615"), .text("0.1"), .null])
        }
    }
}
