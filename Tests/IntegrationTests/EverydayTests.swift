import Foundation
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// What a pair does on a good day.
    @Suite(.serialized) struct EverydayTests {
        @Test func `a change on either node crosses to the other`() async throws {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.room("101"), Hotel.room("102", name: "Ünïcode 🛎"))
                try await pair.secondary.sql(
                    Hotel.stay(node: 2, number: 1, room: "101"), Hotel.doNotDisturb("101", isOn: true))
                try await pair.primary.sql(Hotel.pin("201", "1111"))
                try await pair.secondary.sql(Hotel.pin("202", "2222"))
                try await pair.awaitEqual(Hotel.tables)
                #expect(
                    try await pair.secondary.rows("SELECT name FROM comxfailover.room WHERE room = '102'")
                        == [["Ünïcode 🛎"]])
                #expect(try await pair.primary.rows("SELECT room FROM comxfailover.stay") == [["101"]])
                #expect(
                    try await pair.primary.rows("SELECT COUNT(*) FROM comxfailover.personal_voicemail_pin")
                        == [["2"]])
                try await pair.primary.sql("DELETE FROM comxfailover.room WHERE room = '102'")
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.room", "1")
                for node in pair.nodes { try await node.command("replication", "compare") }
            }
        }

        @Test func `an item switched off stops on both nodes and catches up when switched on again`() async throws {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.awaitEqual(["comxfailover.room"])
                try await pair.primary.command("items", "disable", "rooms")
                for node in pair.nodes { try await node.awaitItem("rooms", "off") }
                try await pair.primary.sql(Hotel.room("102"), Hotel.speedDial("1", "555"))
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM comxfailover.speed_dial", "1")
                #expect(await pair.secondary.value("SELECT COUNT(*) FROM comxfailover.room") == "1")
                try await pair.primary.sql("DELETE FROM comxfailover.room WHERE room = '101'")
                try await pair.primary.command("items", "enable", "rooms")
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["comxfailover.room"])
                #expect(try await pair.secondary.rows("SELECT room FROM comxfailover.room") == [["102"]])
            }
        }

        @Test func `items are chosen on the Primary alone, and the refusal says so`() async throws {
            try await LivePair.running { pair in
                let disabled = try await pair.secondary.verb("items", "disable", "rooms")
                #expect(disabled.status == 75)
                #expect(disabled.complaints.contains("items are chosen on the Primary"))
                let added = try await pair.secondary.verb(
                    "items", "add", "--name", "other", "--rule", "configuration", "--table", "other.thing")
                #expect(added.status == 75)
                #expect(added.complaints.contains("run the same command there"))
            }
        }

        @Test func `another program's tables are copied and its command runs after changes arrive`() async throws {
            try await LivePair.running { pair in
                let proof = pair.secondary.folder + "/reloaded"
                for node in pair.nodes { try await node.sql(FreePBX.schema, FreePBX.users, FreePBX.keyless) }
                try await pair.primary.sql(FreePBX.save("200", "Desk"), FreePBX.save("201", "Kitchen"))
                let keyless = try await pair.primary.verb(
                    "items", "add", "--name", "keyless", "--rule", "configuration", "--table", "asterisk.keyless")
                #expect(keyless.status == 75)
                #expect(keyless.complaints.contains("asterisk.keyless"))
                try await Self.refused(FreePBX.save("200", "Twin"), on: pair.primary, "stand for more than one row")
                try await pair.primary.sql("DELETE FROM asterisk.users WHERE name = 'Twin'")
                try await Self.refused("ALTER TABLE asterisk.users ENGINE=MyISAM", on: pair.primary, "MyISAM")
                try await pair.primary.sql("ALTER TABLE asterisk.users ENGINE=InnoDB")
                try await pair.primary.command(
                    "items", "add", "--name", "freepbx-users", "--rule", "configuration", "--table",
                    "asterisk.users:extension", "--after-change", "/bin/sh -c 'echo ran >> \(proof)'")
                try await pair.primary.command("items", "enable", "freepbx-users")
                try await pair.secondary.awaitItem("freepbx-users", "current")
                try await pair.awaitEqual(["asterisk.users"])
                try await Waiting.until("the command of the item to run", within: .seconds(10)) {
                    FileManager.default.fileExists(atPath: proof)
                }
                try FileManager.default.removeItem(atPath: proof)
                // As FreePBX saves an extension: the row goes and comes back.
                try await pair.primary.sql(
                    "START TRANSACTION", "DELETE FROM asterisk.users WHERE extension = '200'",
                    FreePBX.save("200", "Front desk"), "COMMIT")
                try await pair.secondary.awaitValue(
                    "SELECT name FROM asterisk.users WHERE extension = '200'", "Front desk")
                try await Waiting.until("the command of the item to run again", within: .seconds(10)) {
                    FileManager.default.fileExists(atPath: proof)
                }
                #expect(!FileManager.default.fileExists(atPath: pair.primary.folder + "/reloaded"))
            }
        }

        @Test func `one verb removes every trigger`() async throws {
            try await LivePair.running { pair in
                #expect(await pair.primary.value(Hotel.triggerCount) != "0")
                let careless = try await pair.primary.verb("replication", "remove-triggers")
                #expect(careless.status == 64)
                try await pair.primary.command("replication", "remove-triggers", "--yes")
                #expect(await pair.primary.value(Hotel.triggerCount) == "0")
                try await pair.primary.awaitItem("rooms", "off")
                try await pair.primary.sql(Hotel.room("101"))
                try await Waiting.pass(.seconds(6))
                #expect(await pair.primary.value(Hotel.triggerCount) == "0")
                // What was switched off may be switched on again, and nothing written meanwhile is missing.
                for item in try await pair.primary.status().items.map(\.name.description) {
                    try await pair.primary.command("items", "enable", item)
                }
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Hotel.tables)
            }
        }

        /// After such a statement the table cannot be an item, and the refusal says why.
        private static func refused(_ statement: String, on node: LiveNode, _ reason: String) async throws {
            try await node.sql(statement)
            let outcome = try await node.verb(
                "items", "add", "--name", "freepbx-users", "--rule", "configuration", "--table",
                "asterisk.users:extension")
            #expect(outcome.status == 75)
            #expect(outcome.complaints.contains(reason))
        }
    }
}
