import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Tables that change under the copy.
    @Suite(.serialized) struct TableTests {
        @Test func `TRUNCATE of a copied table heals by itself`() async throws {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.speedDial("1", "111"), Hotel.speedDial("2", "222"))
                try await pair.awaitEqual(Self.dials)
                // By the owner: the rows are meant to go.
                try await pair.primary.sql("TRUNCATE comxfailover.speed_dial", Hotel.speedDial("3", "333"))
                try await pair.awaitEqual(Self.dials)
                #expect(try await pair.secondary.rows("SELECT code FROM comxfailover.speed_dial") == [["3"]])
                // By the other node: they come back.
                try await pair.secondary.sql("TRUNCATE comxfailover.speed_dial")
                try await pair.awaitEqual(Self.dials)
                #expect(try await pair.secondary.rows("SELECT code FROM comxfailover.speed_dial") == [["3"]])
                for node in pair.nodes { try await node.command("replication", "compare", "speed-dials") }
            }
        }

        @Test func `ALTER TABLE of a copied table heals by itself, on one node first and then on the other`()
            async throws
        {
            try await LivePair.running { pair in
                for node in pair.nodes { try await node.sql(FreePBX.schema, FreePBX.users) }
                try await pair.primary.sql(FreePBX.save("200", "Desk"))
                try await pair.primary.command(
                    "items", "add", "--name", "freepbx-users", "--rule", "configuration", "--table",
                    "asterisk.users:extension")
                try await pair.primary.command("items", "enable", "freepbx-users")
                try await pair.secondary.awaitItem("freepbx-users", "current")
                // An upgrade of the other program on the Primary: it must never fail because of us.
                try await pair.primary.sql(
                    "ALTER TABLE asterisk.users ADD COLUMN sipname VARCHAR(50) NULL, DROP COLUMN ringtimer",
                    "INSERT INTO asterisk.users (extension, name, sipname) VALUES ('201', 'Kitchen', 'k')")
                try await pair.secondary.awaitValue(
                    "SELECT name FROM asterisk.users WHERE extension = '201'", "Kitchen")
                let item = try await pair.secondary.awaitStatus("the words about columns") { report in
                    report.items.contains { $0.words?.contains("sipname") == true }
                }
                #expect(item.items.allSatisfy { $0.state == "current" })
                try await pair.secondary.sql(
                    "ALTER TABLE asterisk.users ADD COLUMN sipname VARCHAR(50) NULL, DROP COLUMN ringtimer")
                try await pair.primary.sql("UPDATE asterisk.users SET sipname = 'kitchen' WHERE extension = '201'")
                try await pair.secondary.awaitValue(
                    "SELECT sipname FROM asterisk.users WHERE extension = '201'", "kitchen")
                try await pair.awaitEqual(["asterisk.users"])
                try await pair.secondary.command("replication", "compare", "freepbx-users")
            }
        }

        @Test func `a row that cannot be applied stops its item alone, is named, and goes on after the cure`()
            async throws
        {
            try await LivePair.running { pair in
                for node in pair.nodes { try await node.sql(FreePBX.schema, FreePBX.users) }
                try await pair.secondary.sql("ALTER TABLE asterisk.users MODIFY name VARCHAR(5)")
                try await pair.primary.command(
                    "items", "add", "--name", "freepbx-users", "--rule", "configuration", "--table",
                    "asterisk.users:extension")
                try await pair.primary.command("items", "enable", "freepbx-users")
                try await pair.secondary.awaitItem("freepbx-users", "current")
                try await pair.primary.sql(
                    FreePBX.save("200", "Desk"), FreePBX.save("201", "Much too long"), FreePBX.save("202", "Bar"))
                let item = try await pair.secondary.awaitItem("freepbx-users", "quarantined")
                let words = try #require(item.words)
                for part in ["asterisk.users", "extension=201", "too long", "1406", "replication retry freepbx-users"] {
                    #expect(words.contains(part), "\(words)")
                }
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                let metrics = try await pair.secondary.status().items.first { $0.name.description == "rooms" }
                #expect(metrics?.state == "current")
                try await pair.secondary.sql("ALTER TABLE asterisk.users MODIFY name VARCHAR(50)")
                try await pair.secondary.command("replication", "retry", "freepbx-users")
                try await pair.secondary.awaitItem("freepbx-users", "current", within: .seconds(10))
                try await pair.awaitEqual(["asterisk.users"])
            }
        }

        private static let dials = ["comxfailover.speed_dial"]
    }
}
