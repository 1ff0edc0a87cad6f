import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// The server renews its list of transactions only when nobody has read it for a tenth of a second: whoever reads
    /// it oftener sees the same list for ever.
    @Suite struct StaleListTests {
        /// How often a transaction is begun until the list does not show it.
        private static let attemptsMax = 50
        /// How many looks at a list that stands still.
        private static let looks = 20

        @Test func `a list that other readers keep from being renewed never lets a late commit be passed over`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v INT NULL")
                var reader = try await StreamReader(pair, table: "t")
                let late = try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<3 { group.addTask { try await Self.readOverAndOver(pair.primary) } }
                    let late = try await Self.beginUnlisted(pair.primary)
                    try await pair.primary.run("INSERT INTO hotel.t VALUES (2, 2)")
                    for _ in 0..<Self.looks {
                        try await reader.pass()
                        try await ContinuousClock().sleep(for: SettledHeadMachine.listingSpacing)
                    }
                    #expect(try await pair.secondary.word("SELECT GROUP_CONCAT(id) FROM hotel.t") == "2")
                    #expect(reader.window.cursor < reader.window.highest, "the late transaction drew a lower number")
                    group.cancelAll()
                    return late
                }
                try await late.perform { try $0.script("COMMIT") }
                try await reader.pass(untilQuiet: true)
                #expect(try await pair.differences("t") == [])
                await late.close()
            }
        }

        private static func readOverAndOver(_ node: CopyNode) async throws {
            let connection = MariaConnection(endpoint: node.administrator)
            while !Task.isCancelled {
                _ = try? await connection.perform { try $0.query("SELECT COUNT(*) FROM information_schema.INNODB_TRX") }
            }
            await connection.close()
        }

        /// A transaction that has drawn a number and that the list does not show.
        private static func beginUnlisted(_ node: CopyNode) async throws -> MariaConnection {
            for _ in 0..<attemptsMax {
                let connection = MariaConnection(endpoint: node.administrator)
                let number = try await connection.perform { session in
                    try session.script("START TRANSACTION")
                    try session.script("INSERT INTO hotel.t VALUES (1, 1)")
                    return UInt64(session.connectionID)
                }
                if try await !node.source.openTransactions().contains(where: { $0 >> 32 == number }) {
                    return connection
                }
                try await connection.perform { try $0.script("ROLLBACK") }
                await connection.close()
            }
            throw AlwaysListed()
        }

        private struct AlwaysListed: Error {}
    }
}
