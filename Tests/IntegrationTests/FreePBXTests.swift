import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// The tables of a FreePBX, none of which has a primary key, saved and upgraded as FreePBX does.
    @Suite(.serialized) struct FreePBXTests {
        private static let tables = ["asterisk.users", "asterisk.devices", "asterisk.incoming"]

        @Test func `extensions, devices and inbound routes are saved, upgraded and copied, and no write fails`()
            async throws
        {
            try await LivePair.running { pair in
                for node in pair.nodes {
                    try await node.sql(FreePBX.schema, FreePBX.users, FreePBX.devices, FreePBX.incoming)
                }
                try await pair.primary.sql(
                    FreePBX.save("200", "Desk"), FreePBX.saveDevice("200", "Desk"),
                    FreePBX.route("NULL", "", "app-blackhole,hangup,1"),
                    FreePBX.route("''", "4930123", "ext-group,600,1"),
                    FreePBX.route("'4989'", "4930123", "from-did-direct,200,1"))
                try await pair.primary.command(
                    "items", "add", "--name", "pbx", "--rule", "configuration", "--table", "asterisk.users:extension",
                    "--table", "asterisk.devices:id", "--table", "asterisk.incoming:cidnum,extension")
                try await pair.primary.command("items", "enable", "pbx")
                try await pair.secondary.awaitItem("pbx", "current")
                try await pair.awaitEqual(Self.tables)
                try await Self.save(on: pair.primary, "200", "Front desk")
                try await Self.upgrade(pair.primary)
                try await Self.save(on: pair.primary, "201", "Kitchen")
                try await pair.primary.sql(
                    "UPDATE asterisk.incoming SET destination = 'ext-group,601,1' WHERE cidnum IS NULL",
                    "DELETE FROM asterisk.incoming WHERE cidnum = '4989'")
                try await pair.secondary.awaitValue("SELECT COUNT(*) FROM asterisk.incoming", "2")
                try await pair.secondary.awaitValue(
                    "SELECT CONCAT(u.name, d.description, i.destination) FROM asterisk.users u JOIN asterisk.devices d "
                        + "ON d.id = u.extension JOIN asterisk.incoming i "
                        + "WHERE u.extension = '201' AND i.cidnum IS NULL",
                    "KitchenKitchenext-group,601,1")
                // It writes there, too, what the owner has written already.
                try await Self.upgrade(pair.secondary)
                try await pair.primary.sql("UPDATE asterisk.users SET noanswer = 'x' WHERE extension = '201'")
                try await pair.awaitEqual(Self.tables)
                try await pair.awaitCurrent()
                for node in pair.nodes { try await node.command("replication", "compare", "pbx") }
                #expect(try await pair.primary.conflicts().isEmpty)
                // What the upgrade wrote on the Secondary may have met what the owner wrote after its own.
                #expect(try await pair.secondary.conflicts().allSatisfy { $0.reason == "drift" })
                #expect(
                    try await pair.secondary.rows("SELECT cidnum, destination FROM asterisk.incoming ORDER BY cidnum")
                        == [["NULL", "ext-group,601,1"], ["", "ext-group,600,1"]])
            }
        }

        /// The rows of an extension go and come back.
        private static func save(on node: LiveNode, _ number: String, _ name: String) async throws {
            try await node.sql(
                "START TRANSACTION", "DELETE FROM asterisk.users WHERE extension = '\(number)'",
                "DELETE FROM asterisk.devices WHERE id = '\(number)'",
                "INSERT INTO asterisk.users (extension, name, voicemail) VALUES ('\(number)', '\(name)', 'novm')",
                FreePBX.saveDevice(number, name), "COMMIT")
        }

        /// An upgrade adds, renames, changes and drops columns, and writes in between.
        private static func upgrade(_ node: LiveNode) async throws {
            try await node.sql(
                "ALTER TABLE asterisk.users ADD COLUMN noanswer VARCHAR(100) DEFAULT ''",
                "ALTER TABLE asterisk.users DROP COLUMN ringtimer",
                "ALTER TABLE asterisk.users CHANGE COLUMN password sippassword VARCHAR(40) DEFAULT NULL",
                "UPDATE asterisk.users SET sippassword = NULL",
                "ALTER TABLE asterisk.devices DROP COLUMN emergency_cid",
                "ALTER TABLE asterisk.devices MODIFY COLUMN description VARCHAR(191) DEFAULT NULL",
                "UPDATE asterisk.devices SET tech = 'pjsip'",
                "ALTER TABLE asterisk.incoming ADD COLUMN rvolume VARCHAR(2) DEFAULT '', ADD COLUMN fanswer VARCHAR(8)")
        }
    }
}
