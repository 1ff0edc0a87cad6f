import IntegrationKit
import MariaStore
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Repair while everything else goes on.
    @Suite(.serialized) struct RepairTests {
        @Test func `a repair beside running copying mends what differed and loses nothing that is written meanwhile`()
            async throws
        {
            try await LivePair.running { pair in
                try await pair.primary.sql(
                    "INSERT INTO comxfailover.room (room, name) SELECT seq, 'sound' FROM comxfailover.seq_1001_to_4000")
                try await pair.awaitEqual(["comxfailover.room"])
                try await Self.unseen(
                    pair.secondary, "UPDATE comxfailover.room SET name = 'unseen' WHERE room LIKE '%7'",
                    "DELETE FROM comxfailover.room WHERE room LIKE '%3'",
                    "INSERT INTO comxfailover.room (room, name) SELECT seq, 'stray' FROM comxfailover.seq_8001_to_8200")
                let before = try await pair.secondary.verb("replication", "compare", "rooms")
                #expect(before.status == 1 && before.output.contains("800 rows differ"), "\(before.output)")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await Self.write(on: pair.primary) }
                    for _ in 0..<2 { try await pair.secondary.command("replication", "repair", "rooms") }
                    group.cancelAll()
                    do { try await group.waitForAll() } catch is CancellationError {}
                }
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["comxfailover.room"])
                try await pair.secondary.command("replication", "compare", "rooms")
                let written = await pair.primary.value("SELECT COUNT(*) FROM comxfailover.room WHERE name = 'busy'")
                #expect(Int(written ?? "") ?? 0 > 0, "a writer that wrote nothing tests nothing")
                let losers = try await pair.secondary.conflicts()
                #expect(losers.allSatisfy { $0.reason == "repair" && $0.loserImage?["name"] != "busy" })
                #expect(losers.count { $0.loserImage?["name"] == "stray" } == 200)
                #expect(try await pair.primary.conflicts().isEmpty)
            }
        }

        /// Writes, changes and deletes rows until it is told to stop.
        private static func write(on node: LiveNode) async throws {
            var turn = 0
            while !Task.isCancelled {
                let room = 1_001 + turn * 37 % 3_000
                try await node.sql(
                    Hotel.room("\(room)", name: "busy"), Hotel.room("\(9_000 + turn % 500)", name: "busy"),
                    "DELETE FROM comxfailover.room WHERE room = '\(1_001 + turn * 41 % 3_000)'")
                turn += 1
            }
        }

        /// Writes as the applier does, past the triggers: what nobody notices without comparing.
        private static func unseen(_ node: LiveNode, _ statements: String...) async throws {
            let made = try await node.rows("SHOW CREATE USER comxfailover_apply@localhost")[0][0]
            let hash = try #require(made.split(separator: "'").first { $0.hasPrefix("*") && $0.count == 41 })
            let login = "ALTER USER comxfailover_apply@localhost IDENTIFIED VIA mysql_native_password USING '\(hash)'"
            try await node.sql(login + " OR mysql_native_password USING PASSWORD('unseen')")
            var endpoint = MariaEndpoint.socket(
                node.state + "/mariadb/mariadb.sock", user: "comxfailover_apply")
            endpoint.password = "unseen"
            let applier = MariaConnection(endpoint: endpoint)
            try await applier.perform { session in
                for statement in statements { try session.script(statement) }
            }
            await applier.close()
            try await node.sql(login)
        }
    }
}
