import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// A peer's MariaDB that does not let the node in.
    @Suite(.serialized) struct AccessTests {
        @Test func `a password that does not fit is named, and a restart of the peer's daemon cures it`() async throws {
            try await Self.broken(
                by: ["ALTER USER 'comxfailover'@'HOST' IDENTIFIED BY 'something else' REQUIRE SSL"],
                "database-access-denied")
        }

        @Test func `a grant that is missing is named, and a restart of the peer's daemon cures it`() async throws {
            try await Self.broken(
                by: ["REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'comxfailover'@'HOST'"], "database-grant-missing")
        }

        private static func broken(by statements: [String], _ diagnosis: String) async throws {
            try await LivePair.running { pair in
                for statement in statements {
                    try await pair.secondary.sql(statement.replacing("HOST", with: pair.primary.place.host))
                }
                try await pair.secondary.sql("KILL USER comxfailover")
                let report = try await pair.primary.awaitPeer(diagnosis)
                #expect(report.peer?.cure?.contains("restart") == true)
                try await pair.primary.awaitItem("stays", "waiting-for-peer")
                // What this node owns still crosses.
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                try await pair.secondary.sql(Hotel.stay(node: 2, number: 1, room: "101"))
                try await pair.secondary.stop()
                try pair.secondary.start()
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Hotel.tables)
            }
        }
    }
}
