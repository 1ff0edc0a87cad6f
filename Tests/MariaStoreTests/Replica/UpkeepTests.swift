import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// The slow work on a feed.
    @Suite struct UpkeepTests {
        @Test func `tombstones are collected below the reader's cursor and an age, and leave a horizon`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1), (2), (3)", "DELETE FROM hotel.t WHERE id < 3")
                let number = try await pair.primary.feedNumber(of: "t")
                let feed = "comxfailover_node.feed_\(number)"
                let last = FeedPosition(
                    rawValue: try #require(
                        UInt64(try await pair.primary.word("SELECT MAX(position) FROM \(feed) WHERE tombstone") ?? "")))
                let future = WallTime(rawValue: 4_000_000_000_000_000)
                let source = pair.primary.source
                #expect(try await source.collectTombstones(below: last, before: WallTime(rawValue: 1)) == 0)
                #expect(try await source.collectTombstones(below: .start, before: future) == 0)
                #expect(try await pair.primary.announced("t")?.horizon == .start)
                try await pair.ship()
                #expect(try await source.collectTombstones(below: last, before: future) == 2)
                #expect(try await pair.primary.announced("t")?.horizon == last)
                #expect(try await pair.primary.word("SELECT COUNT(*) FROM \(feed)") == "1")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1)")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a table that ships again arrives whole, and is no conflict`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t SELECT seq, 0 FROM hotel.t RIGHT JOIN seq_1_to_2500 ON FALSE",
                    "DELETE FROM hotel.t WHERE id > 2400")
                try await pair.ship()
                try await pair.secondary.run("SET STATEMENT sql_log_bin = 0 FOR TRUNCATE hotel.t")
                #expect(try await pair.primary.source.shipAgain(TableName(schema: "hotel", name: "t")) == 2_500)
                let receipt = try await pair.ship()
                #expect(receipt.applied == 2_500 && receipt.conflicts == 0)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a node that does not own the scope ships nothing again`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.ship()
                try await pair.primary.run("UPDATE hotel.t SET v = 2")
                #expect(try await pair.secondary.source.shipAgain(TableName(schema: "hotel", name: "t")) == 0)
                #expect(try await pair.ship(to: .primary).applied == 0)
                try await pair.ship()
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t") == "2")
            }
        }

        @Test func `a node that lost everything takes every origin's rows back`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL", rule: .newestWins)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                try await pair.secondary.run("INSERT INTO hotel.t VALUES (2, 2)")
                for target in Mode.allCases { try await pair.ship(to: target) }
                let number = try await pair.secondary.feedNumber(of: "t")
                try await pair.secondary.run(
                    "TRUNCATE hotel.t", "TRUNCATE comxfailover_node.feed_\(number)",
                    "TRUNCATE comxfailover_node.item_cursor")
                try await pair.secondary.source.beginLife(
                    Incarnation(rawValue: 77),
                    superseding: FeedMemory(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 500)))
                let life = try await pair.secondary.source.life()
                #expect(
                    life.memory.incarnation == Incarnation(rawValue: 77) && life.superseded == Incarnation(rawValue: 2))
                try await pair.ship(origin: .all)
                #expect(try await pair.differences("t") == [])
                try await pair.secondary.run("UPDATE hotel.t SET v = 20 WHERE id = 2")
                #expect(try await pair.secondary.source.life().memory.head.rawValue > 500)
                try await pair.ship(to: .primary)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a restored node knows the life in its image for one it had, and the one it follows`() async throws {
            try await CopyPair.with { pair in
                try await pair.secondary.source.beginLife(
                    Incarnation(rawValue: 77),
                    superseding: FeedMemory(incarnation: Incarnation(rawValue: 66), head: FeedPosition(rawValue: 500)))
                let life = try await pair.secondary.source.life()
                #expect(Set(life.formerLives) == [Incarnation(rawValue: 2), Incarnation(rawValue: 66)])
            }
        }

        @Test func `what was deleted without owning it keeps its mark until the owner was asked`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1)")
                try await pair.ship()
                try await pair.secondary.run("DELETE FROM hotel.t")
                let own = try #require(try await pair.secondary.announced("t"))
                let future = WallTime(rawValue: 4_000_000_000_000_000)
                let head = try await pair.secondary.source.life().memory.head
                #expect(try await pair.secondary.source.collectTombstones(below: head, before: future) == 0)
                #expect(try await pair.secondary.store.drift(of: own, limit: 10).keys == [[.integer(1)]])
            }
        }

        @Test func `a digest tells rows that differ, by stretch and by row`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "a VARCHAR(20) NOT NULL, b INT NOT NULL, v INT NULL, PRIMARY KEY (a, b)")
                try await pair.primary.run(
                    "INSERT INTO hotel.t SELECT CONCAT('k', seq DIV 10), seq, seq FROM hotel.t "
                        + "RIGHT JOIN seq_1_to_1000 ON FALSE"
                )
                try await pair.ship()
                try await pair.secondary.run("UPDATE hotel.t SET v = -1 WHERE b = 555")
                let told = try #require(try await pair.primary.announced("t"))
                let own = try #require(try await pair.secondary.announced("t"))
                let columns = ["a", "b", "v"]
                var differing: [KeyRange] = []
                var lower: [CellValue]?
                var rows: UInt64 = 0
                repeat {
                    let upper = try await pair.primary.feed.boundary(of: told, above: lower, rows: 100)
                    let range = KeyRange(lower: lower, upper: upper)
                    let there = try await pair.primary.feed.digest(of: told, columns: columns, in: range)
                    let here = try await pair.secondary.store.digest(of: own, columns: columns, in: range)
                    rows += there.rows
                    if there != here { differing.append(range) }
                    lower = upper
                } while lower != nil
                #expect(rows == 1_000 && differing.count == 1)
                let range = try #require(differing.first)
                let there = try await pair.primary.feed.rowDigests(of: told, columns: columns, in: range)
                let here = try await pair.secondary.store.rowDigests(of: own, columns: columns, in: range)
                let keys = zip(there, here).filter { $0.checksum != $1.checksum }.map(\.0.key)
                #expect(keys == [[.text("k55"), .integer(555)]])
                #expect(here.first { $0.key == keys[0] }?.stamp?.isDrift == true)
            }
        }
    }
}
