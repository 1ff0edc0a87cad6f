import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// What the peer may do here.
    @Suite struct PeerAccountTests {
        @Test func `the peer's account reads the feed of a table with its images, and nothing else`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 1), (2, 2)", "DELETE FROM hotel.t WHERE id = 2",
                    "CREATE TABLE hotel.private (id INT NOT NULL PRIMARY KEY)")
                try await pair.primary.program.perform { session in
                    try Accounts.provision(
                        on: session, applyPassword: "applier",
                        peer: PeerAccount(hosts: ["localhost"], passwords: ["p'w"]))
                    // A socket carries no TLS; the account's demand for it has a test of its own.
                    try session.script("ALTER USER comxfailover@localhost REQUIRE NONE")
                }
                var endpoint = pair.primary.administrator
                endpoint.user = Accounts.peerUser
                endpoint.password = "p'w"
                let feed = MariaPeerFeed(endpoint: endpoint)
                #expect(try await feed.incarnation() == Incarnation(rawValue: 1))
                let told = try #require(try await feed.catalogue().first { $0.table.name == "t" })
                _ = try await feed.openSnapshot(newsIn: [], origin: .all)
                let batch = try await feed.batch(of: told, after: .start, limit: 10, origin: .only(.primary))
                await feed.closeSnapshot()
                #expect(batch.rows.map(\.image) == [[.integer(1), .integer(1)], nil])
                #expect(try await feed.rows(of: told, keys: [[.integer(1)], [.integer(2)]]).count == 2)
                #expect(
                    try await feed.digest(of: told, columns: ["id"], in: KeyRange(lower: nil, upper: nil)).rows == 1)
                await feed.close()
                let session = MariaConnection(endpoint: endpoint)
                for statement in [
                    "SELECT * FROM hotel.t", "SELECT * FROM hotel.private",
                    "SELECT * FROM comxfailover_node.feed_\(told.number)",
                    "SELECT * FROM comxfailover_node.scope_role", "SELECT * FROM comxfailover.replica_item",
                    "UPDATE comxfailover_feed.rows_\(told.number) SET c1 = 5",
                    "DELETE FROM comxfailover_feed.rows_\(told.number)",
                    "SELECT NEXTVAL(comxfailover_node.feed_sequence)", "DROP VIEW comxfailover_feed.life",
                    // Whose transactions are open is for the source to look at: a reader could never settle a head.
                    "SELECT * FROM information_schema.INNODB_TRX",
                ] {
                    let error = await #expect(throws: MariaError.self, "\(statement)") {
                        try await session.perform { try $0.execute(statement) }
                    }
                    #expect(error?.isGrantMissing == true, "\(statement): \(String(describing: error))")
                }
                await session.close()
                try await pair.primary.run("DROP USER comxfailover@localhost")
            }
        }

        @Test func `a wrong password and a missing grant are told apart`() async throws {
            try await CopyPair.with { pair in
                try await pair.primary.run(
                    "CREATE OR REPLACE USER guest@localhost IDENTIFIED BY 'right'")
                var endpoint = pair.primary.administrator
                endpoint.user = "guest"
                for (password, path) in [("wrong", PathFailure.databaseAccessDenied), ("right", .databaseGrantMissing)]
                {
                    endpoint.password = password
                    let feed = MariaPeerFeed(endpoint: endpoint)
                    let failure = await #expect(throws: FeedFailure.self) { try await feed.incarnation() }
                    guard case .unreachable(path, _)? = failure else { throw try #require(failure) }
                    await feed.close()
                }
                try await pair.primary.run("DROP USER guest@localhost")
            }
        }
    }
}
