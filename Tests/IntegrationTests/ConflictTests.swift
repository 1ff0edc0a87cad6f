import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Writes that did not know of each other.
    @Suite(.serialized) struct ConflictTests {
        @Test
        func `a row that both nodes changed while apart is the newer one on both, the older is in the ledger whole`()
            async throws
        {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.pin("201", "0000"))
                try await pair.awaitEqual([Self.pins])
                try pair.primary.killDaemon()
                try await pair.primary.sql(Hotel.pin("201", "1111"), Hotel.pin("203", "3333"))
                try pair.secondary.killDaemon()
                try await pair.secondary.sql(Hotel.pin("201", "2222"), Hotel.pin("204", "4444"))
                for node in pair.nodes { try node.start() }
                try await pair.awaitCurrent()
                try await pair.awaitEqual([Self.pins])
                for node in pair.nodes {
                    #expect(
                        try await node.rows("SELECT extension, pin FROM \(Self.pins) ORDER BY extension")
                            == [["201", "2222"], ["203", "3333"], ["204", "4444"]])
                }
                let entries = try await Self.ledger(of: pair)
                let loser = try #require(entries.first { $0.entry.reason == "conflict" })
                // A node that hears of the other's verdict first has nothing to decide any more.
                for node in pair.nodes { #expect(entries.count { $0.node === node } <= 1) }
                #expect(loser.entry.key == ["extension": "201"])
                #expect(loser.entry.loserImage?["pin"] == "1111")
                #expect(loser.entry.winnerImage?["pin"] == "2222")
                // What lost may be put back, and crosses as any other write.
                try await loser.node.command("replication", "restore", "\(loser.entry.id)")
                for node in pair.nodes {
                    try await node.awaitValue("SELECT pin FROM \(Self.pins) WHERE extension = '201'", "1111")
                }
                #expect(try await loser.node.conflicts().isEmpty)
                let again = try await loser.node.verb("replication", "restore", "\(loser.entry.id)")
                #expect(again.status == 75)
            }
        }

        @Test func `a write where the scope is not owned is healed from the owner and kept in the ledger`() async throws
        {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.room("101", name: "right"), Hotel.room("102", name: "right"))
                try await pair.awaitEqual(["comxfailover.room"])
                try await pair.secondary.sql(
                    Hotel.room("101", name: "wrong"), Hotel.room("999", name: "a stray"),
                    "DELETE FROM comxfailover.room WHERE room = '102'")
                try await pair.awaitEqual(["comxfailover.room"])
                #expect(
                    try await pair.primary.rows("SELECT room, name FROM comxfailover.room ORDER BY room")
                        == [["101", "right"], ["102", "right"]])
                try await Waiting.until("the ledger to hold the drift", within: .seconds(10)) {
                    try await pair.secondary.conflicts().count { $0.reason == "drift" } >= 2
                }
                let entries = try await pair.secondary.conflicts().filter { $0.reason == "drift" }
                #expect(entries.contains { $0.key["room"] == "101" && $0.loserImage?["name"] == "wrong" })
                #expect(entries.contains { $0.key["room"] == "999" && $0.loserImage?["name"] == "a stray" })
                for node in pair.nodes { try await node.command("replication", "compare", "rooms") }
            }
        }

        private static let pins = "comxfailover.personal_voicemail_pin"

        /// The open entries of both nodes' ledgers.
        private static func ledger(of pair: LivePair) async throws -> [(node: LiveNode, entry: ConflictReport)] {
            var entries: [(node: LiveNode, entry: ConflictReport)] = []
            for node in pair.nodes { entries += try await node.conflicts().map { (node, $0) } }
            return entries
        }
    }
}
