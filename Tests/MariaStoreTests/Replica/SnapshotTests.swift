import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// The moment that a reader sees of its peer.
    @Suite struct SnapshotTests {
        @Test func `each snapshot stands still, and the next one sees all that was committed before it`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                let told = try #require(try await pair.primary.announced("t"))
                let feed = pair.primary.feed
                func count() async throws -> Int {
                    try await feed.batch(of: told, after: .start, limit: 10, origin: .only(.primary)).rows.count
                }
                for rows in 0..<4 {
                    let opening = try await feed.openSnapshot(
                        newsIn: [(table: told, after: .start)], origin: .only(.primary))
                    #expect(opening.news.isEmpty == (rows == 0))
                    let before = try await count()
                    try await pair.primary.run("INSERT INTO hotel.t VALUES (\(rows), 1)")
                    let after = try await count()
                    #expect(before == rows && after == rows)
                    await feed.closeSnapshot()
                    // What is asked between two snapshots sees the present, and takes nothing into the next.
                    let between = rows == 1 ? try await count() : 2
                    #expect(between == 2)
                }
                try await pair.primary.run("SET SESSION lock_wait_timeout = 1", "ALTER TABLE hotel.t ADD COLUMN w INT")
            }
        }

        @Test func `a snapshot that is opened anew while one stands takes its place`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                let told = try #require(try await pair.primary.announced("t"))
                let feed = pair.primary.feed
                _ = try await feed.openSnapshot(newsIn: [], origin: .only(.primary))
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                let opening = try await feed.openSnapshot(
                    newsIn: [(table: told, after: .start)], origin: .only(.primary))
                #expect(opening.news == [told.table])
                await feed.closeSnapshot()
                await feed.closeSnapshot()
            }
        }
    }
}
