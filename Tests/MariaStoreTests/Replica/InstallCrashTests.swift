import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

/// Capture that is broken off because the whole server dies.
@Suite struct InstallCrashTests {
    @Test func `an install whose server is killed in the middle is finished when it is back`() async throws {
        try await ThrowawayServer.with { server in
            let node = try await CopyNode(
                .primary, administrator: server.administrator, incarnation: Incarnation(rawValue: 1))
            try await node.run(
                "CREATE DATABASE hotel", "USE hotel",
                "CREATE TABLE hotel.t (id INT NOT NULL PRIMARY KEY, v INT NOT NULL)",
                "INSERT INTO hotel.t SELECT seq, seq FROM hotel.t RIGHT JOIN seq_1_to_5000 ON FALSE")
            let item = ItemDefinition(
                name: ItemName(literal: "things"), rule: .owned(.configuration),
                tables: [.init(name: TableName(schema: "hotel", name: "t"))], isEnabled: true, isBuiltIn: false)
            try await node.source.save(item)
            let reader = MariaConnection(endpoint: server.administrator)
            try await reader.perform { session in
                try session.script("START TRANSACTION")
                try session.query("SELECT COUNT(*) FROM hotel.t")
            }
            async let arranging: CaptureOutcome? = try? await node.source.arrangeCapture()
            try await LockWatch(node).awaitTableWaiter()
            try server.crash()
            #expect(await arranging == nil)
            await server.awaitAnswer()
            // The program's own connection went with the server.
            _ = try? await node.word("SELECT 1")
            let outcome = try await node.source.arrangeCapture()
            #expect(outcome.refused == [:] && outcome.changed == [TableName(schema: "hotel", name: "t")])
            let number = try await node.feedNumber(of: "t")
            #expect(try await node.word("SELECT COUNT(*) FROM comxfailover_node.feed_\(number)") == "5000")
            #expect(try await node.source.arrangeCapture().changed == [])
            await reader.close()
            await node.close()
        }
    }
}
