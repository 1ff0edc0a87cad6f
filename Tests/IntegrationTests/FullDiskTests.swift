import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// A receiver whose disk is nearly full.
    @Suite(.serialized) struct FullDiskTests {
        @Test(.enabled("mounting a small disk needs root") { await SmallDisk.isPossible })
        func `a disk that fills up stops the item before the last space is gone, and it catches up once there is room`()
            async throws
        {
            try await LivePair.prepared({ $0.freeSpaceFloorMebibytes = 150 }) { pair in
                let disk = try await SmallDisk(at: pair.secondary.state, mebibytes: 700)
                for node in pair.nodes { try node.start() }
                try await pair.awaitCurrent()
                for node in pair.nodes { try await node.sql(Self.schema, Self.table) }
                try await pair.primary.command(
                    "items", "add", "--name", "prompts", "--rule", "configuration", "--table", "sounds.prompt")
                try await pair.primary.command("items", "enable", "prompts")
                try await pair.secondary.awaitItem("prompts", "current")
                try disk.fill(leaving: 190)
                let server = try #require(pair.secondary.server)
                let daemon = try #require(pair.secondary.pid)
                for number in 1...300 { try await pair.primary.execute(Self.insert, [.unsigned(UInt64(number))]) }
                let item = try await pair.secondary.awaitItem("prompts", "held", within: .seconds(60))
                #expect(item.words?.contains("disk space") == true)
                try await Waiting.pass(.seconds(5))
                let left = disk.freeMebibytes
                #expect(left > 60, "only \(left) MiB are left")
                #expect(pair.secondary.server == server)
                #expect(pair.secondary.pid == daemon)
                let report = try await pair.secondary.status()
                #expect(report.database == "running")
                #expect(report.warnings.contains { $0.contains("MB are free") })
                try disk.free()
                try await pair.secondary.awaitItem("prompts", "current", within: .seconds(60))
                try await pair.awaitEqual(["sounds.prompt"], within: .seconds(60))
                #expect(pair.secondary.server == server)
                #expect(try await pair.secondary.status().warnings.allSatisfy { !$0.contains("MB are free") })
            }
        }

        private static let schema = "CREATE DATABASE sounds"
        private static let table = """
            CREATE TABLE sounds.prompt (number INT UNSIGNED NOT NULL PRIMARY KEY, sound LONGBLOB NOT NULL) ENGINE=InnoDB
            """
        private static let insert = "INSERT INTO sounds.prompt (number, sound) VALUES (?, REPEAT('x', 1000000))"
    }
}
