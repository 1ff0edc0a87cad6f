import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Rows of megabytes: batches are bounded by what they weigh.
    @Suite struct HeavyRowTests {
        private static let rowBytes = 9_000_000
        private static let rows = 30

        private static func fill(_ pair: CopyPair) async throws {
            try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v LONGBLOB NOT NULL")
            for id in 1...rows {
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (?, REPEAT(CHAR(0), \(rowBytes)))", values: [.integer(Int64(id))])
            }
        }

        /// How much the Primary's server sent to anybody.
        private static func bytesSent(_ node: CopyNode) async throws -> UInt64 {
            UInt64(
                try await node.word(
                    "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'Bytes_sent'")
                    ?? "") ?? 0
        }

        @Test func `a batch of heavy rows is cut by their weight, and no more of them crosses than are taken`()
            async throws
        {
            try await CopyPair.with { pair in
                try await Self.fill(pair)
                let told = try #require(try await pair.primary.announced("t"))
                var taken: [FeedRow] = []
                var batches = 0
                let before = try await Self.bytesSent(pair.primary)
                var batch: FeedBatch
                repeat {
                    batch = try await pair.primary.feed.batch(
                        of: told, after: taken.last?.position ?? .start, limit: 5_000, origin: .only(.primary))
                    #expect(batch.rows.count <= 1 + (48 << 20) / Self.rowBytes)
                    taken += batch.rows.map { row in
                        FeedRow(position: row.position, stamp: row.stamp, key: row.key, image: nil)
                    }
                    batches += 1
                } while batch.isCut
                #expect(taken.map(\.key) == (1...Self.rows).map { [.integer(Int64($0))] })
                let sent = try await Self.bytesSent(pair.primary) - before
                let whole = UInt64(Self.rows * Self.rowBytes)
                #expect(batches >= 5 && sent < 4 * whole, "\(batches) batches, \(sent) bytes for \(whole)")
            }
        }

        @Test func `rows fetched by their keys come in portions of bounded weight, with what is absent among them`()
            async throws
        {
            try await CopyPair.with { pair in
                try await Self.fill(pair)
                try await pair.primary.run("DELETE FROM hotel.t WHERE id = 5")
                let told = try #require(try await pair.primary.announced("t"))
                var left: [[CellValue]] = (1...40).map { [.integer($0)] }
                var standing: Set<[CellValue]> = []
                var absent: [[CellValue]] = []
                while !left.isEmpty {
                    let portion = try await pair.primary.feed.portion(of: told, keys: left)
                    let weight = portion.rows.compactMap(\.image).count * Self.rowBytes
                    #expect(weight < 60_000_000 && portion.rest.count < left.count)
                    standing.formUnion(portion.rows.filter { !$0.isAbsent }.map(\.key))
                    absent += portion.rows.filter(\.isAbsent).map(\.key)
                    left = portion.rest
                }
                #expect(standing.count == Self.rows - 1 && absent == [[.integer(5)]])
            }
        }

        @Test func `heavy rows that only this node has are removed and kept whole`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v LONGBLOB NOT NULL")
                for id in 1...20 {
                    try await pair.secondary.run(
                        "INSERT INTO hotel.t VALUES (?, REPEAT('x', 2000000))", values: [.integer(Int64(id))])
                }
                let own = try #require(try await pair.secondary.announced("t"))
                let all = KeyRange(lower: nil, upper: nil)
                let here = try await pair.secondary.store.rowDigests(of: own, columns: ["v"], in: all)
                let found = FoundRows(Dictionary(uniqueKeysWithValues: here.map { ($0.key, $0.stamp?.version) }))
                #expect(try await pair.secondary.store.remove(found, of: own, reason: .repair) == 20)
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") == "0")
                #expect(
                    try await pair.secondary.word(
                        "SELECT COUNT(*) FROM comxfailover_node.conflict_ledger WHERE LENGTH(loser_image) > 2000000")
                        == "20")
            }
        }
    }
}
