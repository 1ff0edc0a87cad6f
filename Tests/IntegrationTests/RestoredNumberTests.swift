import Foundation
import HotelLogic
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Desks of a node whose disk was put back to an older state, and who do not wait until it knows.
    @Suite(.serialized) struct RestoredNumberTests {
        private static let tables = [
            "comxfailover.stay", "comxfailover.stay_guest", "comxfailover.stay_event", "comxfailover.wake_up_event",
        ]
        private static let ledgers = ["stay_event", "wake_up_event"]

        @Test func `what is numbered before a restore is known collides with nothing that was lost in it`()
            async throws
        {
            try await LivePair.running { pair in
                let node = pair.secondary
                try await Self.furnish(pair)
                let first = try await Self.set("06:30", "101", on: node)
                try await node.command("stays", "check-in", "102")
                try await pair.awaitEqual(Self.tables)
                let former = try await Self.lines(on: node)
                let life = try await node.status().incarnation
                let image = node.folder + "/image"
                try await node.stop()
                try FileManager.default.copyItem(atPath: node.databaseFolder, toPath: image)
                try node.start()
                try await pair.awaitCurrent()
                // A life that crosses, and that the restored node forgets.
                var wakeUps = [first]
                wakeUps.append(try await Self.set("06:45", "101", on: node))
                try await node.command("wakeups", "change", first.description, "--at", "05:30")
                try await node.command("stays", "check-in", "103")
                try await pair.awaitEqual(Self.tables)
                let lost = try await Self.lines(on: node)
                try await node.stop()
                try await pair.primary.stop()
                try FileManager.default.removeItem(atPath: node.databaseFolder)
                try FileManager.default.copyItem(atPath: image, toPath: node.databaseFolder)
                try node.start()
                try await node.awaitReady()
                wakeUps.append(try await Self.set("07:00", "101", on: node))
                wakeUps.append(try await Self.set("07:15", "102", on: node))
                try await node.command("wakeups", "cancel", first.description)
                try await node.command("stays", "check-in", "104")
                let fresh = try await Self.lines(on: node)
                #expect(lost.intersection(fresh) == former)
                #expect(lost.count > former.count + 3 && fresh.count > former.count + 3)
                try pair.primary.start()
                try await node.awaitStatus("another life", within: .seconds(60)) {
                    $0.incarnation != nil && $0.incarnation != life
                }
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Self.tables, within: .seconds(40))
                for each in pair.nodes {
                    let lines = try await Self.lines(on: each)
                    #expect(lines == lost.union(fresh), "on the \(each.mode) all lines of both lives")
                    let conflicts = try await each.conflicts(all: true)
                    #expect(conflicts.isEmpty, "\(conflicts)")
                    #expect(try await each.rows("SELECT COUNT(*) FROM comxfailover.stay") == [["4"]])
                    let told = try await each.verb("wakeups", "list", "--all").output
                    #expect(wakeUps.allSatisfy { told.contains("\($0)") } && Set(wakeUps).count == 4, "\(told)")
                }
                // What is numbered now is small again.
                let next = try await Self.set("09:00", "102", on: node)
                #expect(next.number < 10, "\(next)")
            }
        }

        private static func furnish(_ pair: LivePair) async throws {
            try await pair.primary.command("extensions", "add", "1101-1104", "--party", "guest")
            for room in 1...4 {
                try await pair.primary.command("rooms", "add", "10\(room)", "--extensions", "110\(room)")
            }
            try await pair.awaitEqual(["comxfailover.room", "comxfailover.room_extension"])
            try await pair.secondary.command("stays", "check-in", "101")
        }

        private static func set(_ time: String, _ room: String, on node: LiveNode) async throws -> WakeUpID {
            let receipt: WakeUpReceipt = try await node.ask(
                "wakeups", "set", time, "--room", room, "--on", "tomorrow")
            return try #require(receipt.lines.first?.wakeUp)
        }

        /// The lines of both ledgers, each with all that it says.
        private static func lines(on node: LiveNode) async throws -> Set<String> {
            var lines: Set<String> = []
            for table in ledgers {
                for row in try await node.rows("SELECT * FROM comxfailover.\(table)") {
                    lines.insert("\(table) \(row.joined(separator: ","))")
                }
            }
            return lines
        }
    }
}
