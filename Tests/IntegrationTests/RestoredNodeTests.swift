import Foundation
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// A node whose disk was put back to an older state.
    @Suite(.serialized) struct RestoredNodeTests {
        @Test(arguments: [true, false])
        func `a node restored from an older image takes back what it lost and loses nothing it wrote`(
            isPrimary: Bool
        ) async throws {
            try await LivePair.running { pair in
                let node = isPrimary ? pair.primary : pair.secondary
                let peer = isPrimary ? pair.secondary : pair.primary
                let own = isPrimary ? 1 : 2
                try await pair.primary.sql(Hotel.room("101", name: "before"))
                try await node.sql(Hotel.callRecord(node: own, sequence: 1), Hotel.pin("201", "1111"))
                try await pair.awaitEqual(Hotel.tables)
                let life = try await node.status().incarnation
                let image = node.folder + "/image"
                try await Self.stopped(node) {
                    try FileManager.default.copyItem(atPath: node.databaseFolder, toPath: image)
                }
                try await pair.awaitCurrent()
                // Shipped, and then forgotten by the restore.
                try await node.sql(
                    Hotel.callRecord(node: own, sequence: 2), Hotel.callRecord(node: own, sequence: 3),
                    Hotel.pin("201", "2222"), Hotel.pin("202", "2222"))
                try await peer.sql(Hotel.pin("203", "3333"))
                try await pair.primary.sql(Hotel.room("101", name: "after"), Hotel.room("102"))
                try await pair.awaitEqual(Hotel.tables)
                try await node.stop()
                try FileManager.default.removeItem(atPath: node.databaseFolder)
                try FileManager.default.copyItem(atPath: image, toPath: node.databaseFolder)
                // Written between the restore and the contact, not knowing what was lost.
                try await Self.alone(node, while: peer) {
                    try await node.sql(Hotel.callRecord(node: own, sequence: 9), Hotel.pin("204", "4444"))
                }
                let report = try await node.awaitStatus("another life", within: .seconds(30)) {
                    $0.incarnation != nil && $0.incarnation != life
                }
                #expect(report.incarnation != life)
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Hotel.tables, within: .seconds(40))
                for each in pair.nodes {
                    #expect(
                        try await each.rows("SELECT sequence FROM comxfailover.call_record ORDER BY sequence")
                            == [["1"], ["2"], ["3"], ["9"]])
                    #expect(
                        try await each.rows(Self.pins)
                            == [["201", "2222"], ["202", "2222"], ["203", "3333"], ["204", "4444"]])
                    #expect(
                        try await each.rows("SELECT room, name FROM comxfailover.room ORDER BY room")
                            == [["101", "after"], ["102", "a room"]])
                }
                try await Self.worksBothWays(pair)
            }
        }

        @Test func `a node restored to an image since which it wrote nothing is heard as before`() async throws {
            try await LivePair.running { pair in
                try await pair.primary.sql(Hotel.room("101"))
                try await pair.awaitEqual(Hotel.tables)
                let image = pair.primary.folder + "/image"
                try await Self.stopped(pair.primary) {
                    try FileManager.default.copyItem(atPath: pair.primary.databaseFolder, toPath: image)
                }
                // How far the numbers jump is chance: behind or beyond those of the run that is forgotten.
                for round in 1...2 {
                    try await pair.awaitCurrent()
                    try await Waiting.pass(.seconds(2))
                    try await Self.stopped(pair.primary) {
                        try FileManager.default.removeItem(atPath: pair.primary.databaseFolder)
                        try FileManager.default.copyItem(atPath: image, toPath: pair.primary.databaseFolder)
                    }
                    try await pair.primary.awaitReady()
                    try await pair.primary.sql(Hotel.speedDial("\(round)", "555"))
                    try await pair.secondary.awaitValue(
                        "SELECT COUNT(*) FROM comxfailover.speed_dial WHERE code = '\(round)'", "1")
                    try await pair.awaitCurrent()
                    try await pair.awaitEqual(Hotel.tables)
                }
                try await Self.worksBothWays(pair)
            }
        }

        private static let pins = "SELECT extension, pin FROM comxfailover.personal_voicemail_pin ORDER BY extension"

        private static func stopped(_ node: LiveNode, _ body: () throws -> Void) async throws {
            try await node.stop()
            try body()
            try node.start()
        }

        /// Lets the node run without its peer for a while.
        private static func alone(
            _ node: LiveNode, while peer: LiveNode, _ body: () async throws -> Void
        ) async throws {
            try await peer.stop()
            try node.start()
            try await node.awaitReady()
            try await body()
            try peer.start()
        }

        private static func worksBothWays(_ pair: LivePair) async throws {
            try await pair.primary.sql(Hotel.room("103"))
            try await pair.secondary.sql(Hotel.stay(node: 2, number: 77, room: "103"))
            try await pair.awaitEqual(Hotel.tables)
            for node in pair.nodes { try await node.command("replication", "compare") }
        }
    }
}
