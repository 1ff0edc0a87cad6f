import Ports
import ReplicaLogic
import Testing
import Vocabulary

@testable import MariaStore

extension ReplicaTests {
    /// What reading costs far into a long feed.
    @Suite struct LongFeedTests {
        private static let entries: UInt64 = 20_000

        /// How many entries of an index the server looked at.
        private static func looks(_ session: MariaSession, _ body: () throws -> Void) throws -> UInt64 {
            try session.script("FLUSH STATUS")
            try body()
            return try session.query(
                """
                SHOW SESSION STATUS WHERE Variable_name IN ('Handler_icp_attempts', 'Handler_read_next',
                  'Handler_read_rnd_next')
                """
            ).reduce(0) { $0 + (UInt64($1[1].readable ?? "") ?? 0) }
        }

        @Test func `a question far into a long feed looks at what it tells of, and not at all that is before`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t (id) SELECT seq FROM seq_1_to_\(Self.entries)")
                let table = try #require(try await pair.primary.announced("t"))
                let number = try await pair.primary.feedNumber(of: "t")
                try await pair.primary.run("ANALYZE TABLE comxfailover_node.feed_\(number)")
                let places = try await pair.primary.rows(
                    "SELECT position FROM comxfailover_node.feed_\(number) ORDER BY position LIMIT 1 OFFSET 18000")
                guard case .unsigned(let far)? = places.first?.first else { throw CopyPair.Unsettled() }
                let looks = try await pair.primary.program.perform { session in
                    let reader = FeedReader(session: session)
                    let place = FeedPosition(rawValue: far)
                    return try [FeedOrigin.only(.primary), .all].map { origin in
                        try Self.looks(session) {
                            let batch = try reader.batch(of: table, after: place, limit: 100, origin: origin)
                            #expect(batch.rows.count == 100 && batch.isCut)
                            let positions = batch.rows.map(\.position)
                            #expect(positions == positions.sorted() && positions.allSatisfy { $0 > place })
                            #expect(try reader.news(in: [(table, place)], origin: origin) == [table.table])
                        }
                    }
                }
                #expect(looks.allSatisfy { $0 < 2_000 }, "\(looks) of \(Self.entries)")
            }
        }
    }
}
