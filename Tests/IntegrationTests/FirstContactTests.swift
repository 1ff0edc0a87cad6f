import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Two nodes that meet with data on both sides.
    @Suite(.serialized) struct FirstContactTests {
        @Test func `data on both sides that differs waits for an operator, whose answer holds on both`() async throws {
            try await LivePair.running { pair in
                try await Self.tables(on: pair)
                try await Self.addItem(on: pair, rule: "configuration")
                let item = try await pair.secondary.awaitItem("freepbx-users", "first-contact")
                #expect(item.words?.contains("replication repair freepbx-users --from primary|secondary") == true)
                // Nothing moves before the answer, and other items do not wait.
                try await pair.primary.sql(FreePBX.save("205", "Later"), Hotel.room("101"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                #expect(try await pair.secondary.rows(Self.names) == [["200", "desk"], ["202", "only here"]])
                try await pair.secondary.command("replication", "repair", "freepbx-users", "--from", "primary")
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["asterisk.users"])
                #expect(
                    try await pair.secondary.rows(Self.names)
                        == [["200", "Desk"], ["201", "Kitchen"], ["205", "Later"]])
                let losers = try await pair.secondary.conflicts()
                #expect(Set(losers.compactMap { $0.loserImage?["name"] ?? nil }) == ["desk", "only here"])
                #expect(losers.allSatisfy { $0.reason == "first-contact" })
                #expect(try await pair.primary.conflicts().isEmpty)
                try await pair.primary.command("replication", "compare", "freepbx-users")
            }
        }

        @Test func `an answer given on one node is carried out on the other, and a loser may be put back`() async throws
        {
            try await LivePair.running { pair in
                try await Self.tables(on: pair)
                try await Self.addItem(on: pair, rule: "configuration")
                try await pair.secondary.awaitItem("freepbx-users", "first-contact")
                // The Primary takes the Secondary's rows, asked from the Secondary.
                let told = try await pair.secondary.command(
                    "replication", "repair", "freepbx-users", "--from", "secondary")
                #expect(told.contains("3 rows repaired"), "what the other node does is told here: \(told)")
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["asterisk.users"])
                #expect(try await pair.primary.rows(Self.names) == [["200", "desk"], ["202", "only here"]])
                let losers = try await pair.primary.conflicts()
                let kitchen = try #require(losers.first { $0.loserImage?["name"] == "Kitchen" })
                try await pair.primary.command("replication", "restore", "\(kitchen.id)")
                try await pair.secondary.awaitValue(
                    "SELECT name FROM asterisk.users WHERE extension = '201'", "Kitchen")
                try await pair.awaitEqual(["asterisk.users"])
            }
        }

        @Test func `the same data on both sides needs no answer`() async throws {
            try await LivePair.running { pair in
                for node in pair.nodes {
                    try await node.sql(FreePBX.schema, FreePBX.users, FreePBX.save("200", "Desk"))
                }
                try await Self.addItem(on: pair, rule: "configuration")
                for node in pair.nodes { try await node.awaitItem("freepbx-users", "current") }
                #expect(try await pair.secondary.conflicts().isEmpty)
            }
        }

        private static let names = "SELECT extension, name FROM asterisk.users ORDER BY extension"

        private static func tables(on pair: LivePair) async throws {
            for node in pair.nodes { try await node.sql(FreePBX.schema, FreePBX.users) }
            try await pair.primary.sql(FreePBX.save("200", "Desk"), FreePBX.save("201", "Kitchen"))
            try await pair.secondary.sql(FreePBX.save("200", "desk"), FreePBX.save("202", "only here"))
        }

        private static func addItem(on pair: LivePair, rule: String) async throws {
            try await pair.primary.command(
                "items", "add", "--name", "freepbx-users", "--rule", rule, "--table", "asterisk.users:extension")
            try await pair.primary.command("items", "enable", "freepbx-users")
        }
    }
}
