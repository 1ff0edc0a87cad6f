import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Keys that the two servers do not see alike, and keys of rare types.
    @Suite struct OddKeyTests {
        /// Tells apart at the Primary what is one key at the Secondary.
        private func copyUnequally(_ pair: CopyPair) async throws {
            for node in [pair.primary, pair.secondary] {
                try await node.run("CREATE DATABASE hotel CHARACTER SET utf8mb4")
                let collation = node.mode == .primary ? "utf8mb4_bin" : "utf8mb4_general_ci"
                try await node.run(
                    "CREATE TABLE hotel.t (id VARCHAR(20) COLLATE \(collation) NOT NULL PRIMARY KEY, v INT NOT NULL)")
            }
            try await pair.copy(["t": []])
        }

        @Test func `two rows that arrive together and are one key here are named, both of them`() async throws {
            try await CopyPair.with { pair in
                try await copyUnequally(pair)
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('a', 1), ('abc', 2), ('ABC', 3), ('z', 4)")
                do {
                    try await pair.ship()
                    Issue.record("two rows became one")
                } catch ApplyFailure.row(let table, let key, let number, let words) {
                    #expect(table.name == "t" && key == ["id": "abc"] && number == 1062)
                    #expect(words.contains("id=abc") && words.contains("id=ABC"), "\(words)")
                }
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "0")
            }
        }

        @Test func `a row that would take another one's place here is named with it, whenever it comes`() async throws {
            try await CopyPair.with { pair in
                try await copyUnequally(pair)
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('abc', 1)")
                try await pair.ship()
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('ABC', 2)")
                do {
                    try await pair.ship()
                    Issue.record("a row took another one's place")
                } catch let twins as CopyPair.Twins {
                    #expect(twins.spelling == Spelling(arriving: [.text("ABC")], standing: [.text("abc")]))
                }
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t") == "1", "nothing was overwritten")
                try await pair.primary.run("DELETE FROM hotel.t WHERE id = 'abc'")
                try await pair.ship()
                #expect(try await pair.differences("t") == [], "mended at the peer it goes on")
            }
        }

        @Test func `a deletion of one spelling does not take the row that came under another`() async throws {
            try await CopyPair.with { pair in
                try await copyUnequally(pair)
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('abc', 1), ('x', 1), ('y', 1)")
                try await pair.ship()
                try await pair.primary.run(
                    "DELETE FROM hotel.t WHERE id = 'abc'", "INSERT INTO hotel.t VALUES ('ABC', 2)",
                    "UPDATE hotel.t SET id = 'X' WHERE id = 'x'")
                try await pair.ship(limit: 1)
                let left = try await pair.differences("t")
                #expect(left == [])
                try await pair.primary.run("INSERT INTO hotel.t VALUES ('Y', 2)", "DELETE FROM hotel.t WHERE id = 'y'")
                try await pair.ship(limit: 1)
                #expect(try await pair.differences("t") == [])
                try await pair.primary.run("UPDATE hotel.t SET v = 9")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `many keys that change their spelling at once arrive`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id VARCHAR(20) NOT NULL PRIMARY KEY, v INT NOT NULL")
                try await pair.primary.run("INSERT INTO hotel.t SELECT CONCAT('room', seq), seq FROM seq_1_to_900")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET id = UPPER(id)")
                #expect(try await pair.ship().applied == 900)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a key of bits is captured, shipped, compared and repaired`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t", "mask BIT(12) NOT NULL, room INT NOT NULL, v INT NULL, PRIMARY KEY (mask, room)")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (b'0', 1, 1), (b'101', 1, 2), (65, 1, 3), (4095, 1, 4), (4095, 2, 5)")
                try await pair.ship()
                try await pair.primary.run(
                    "UPDATE hotel.t SET v = 20 WHERE mask = 5", "DELETE FROM hotel.t WHERE mask = 65",
                    "UPDATE hotel.t SET mask = 256 WHERE mask = 4095 AND room = 2")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                let told = try #require(try await pair.primary.announced("t"))
                let own = try #require(try await pair.secondary.announced("t"))
                let bound = try #require(try await pair.primary.feed.boundary(of: told, above: nil, rows: 2))
                let range = KeyRange(lower: bound, upper: nil)
                let columns = ["mask", "room", "v"]
                #expect(try await pair.primary.feed.digest(of: told, columns: columns, in: range).rows == 2)
                try await pair.secondary.run("UPDATE hotel.t SET v = 99 WHERE mask = 4095")
                try await pair.secondary.run("INSERT INTO hotel.t VALUES (7, 7, 7)")
                let there = try await pair.primary.feed.rowDigests(of: told, columns: columns, in: range)
                let here = try await pair.secondary.store.rowDigests(of: own, columns: columns, in: range)
                #expect(there.map(\.key) == here.filter { $0.key[1].readable != "7" }.map(\.key))
                let rows = try await pair.primary.feed.rows(of: told, keys: there.map(\.key))
                #expect(rows.count == 2)
                let stray = try #require(here.first { $0.key[1].readable == "7" })
                #expect(try await pair.secondary.store.remove(Self.found([stray]), of: own, reason: .repair) == 1)
                _ = try await pair.secondary.store.apply(
                    ApplyWork(
                        item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.repair),
                        tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: Self.found(here))]))
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a row under a key of bits that lost is put back from the ledger`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "mask BIT(12) NOT NULL PRIMARY KEY, flags BIT(64) NULL, v INT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (5, 9, 1)")
                try await pair.ship()
                try await pair.secondary.run("UPDATE hotel.t SET v = 2, flags = 53 WHERE mask = 5")
                let told = try #require(try await pair.primary.announced("t"))
                let own = try #require(try await pair.secondary.announced("t"))
                let drift = try await pair.secondary.store.drift(of: own, limit: 10)
                #expect(drift.keys == [[.unsigned(5)]])
                let rows = try await pair.primary.feed.rows(of: told, keys: drift.keys)
                _ = try await pair.secondary.store.apply(
                    ApplyWork(
                        item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.drift),
                        tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: drift)]))
                let entry = try #require(try await pair.secondary.source.conflicts(openOnly: true, id: nil).first)
                #expect(entry.key == ["mask": "5"])
                try await pair.secondary.source.restore(entry)
                let state = try await pair.secondary.rows("SELECT mask + 0, flags + 0, v FROM hotel.t")
                #expect(state.map { $0.map(\.readable) } == [["5", "53", "2"]])
            }
        }

        private static func found(_ rows: [RowDigest]) -> FoundRows {
            FoundRows(Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.stamp?.version) }))
        }
    }
}
