import Foundation
import HotelLogic
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Stays and wake-ups at the desks of two real nodes.
    @Suite(.serialized) struct GuestTests {
        private static let tables = [
            "comxfailover.stay", "comxfailover.stay_guest", "comxfailover.stay_event", "comxfailover.wake_up_event",
            "comxfailover.room_do_not_disturb", "comxfailover.room_housekeeping",
        ]

        /// A pair with three rooms on both nodes.
        private static func running(_ body: (LivePair) async throws -> Void) async throws {
            try await LivePair.running { pair in
                try await pair.primary.command("extensions", "add", "1101-1103", "--party", "guest")
                for (room, number) in [("101", "1101"), ("102", "1102"), ("103", "1103")] {
                    try await pair.primary.command("rooms", "add", room, "--extensions", number)
                }
                try await pair.awaitEqual(["comxfailover.room", "comxfailover.room_extension"])
                try await body(pair)
            }
        }

        @Test func `what is asked on the owner is safe on both, and the copy says whose it is`() async throws {
            try await Self.running { pair in
                let come: StayReceipt = try await pair.secondary.ask(
                    "stays", "check-in", "101", "--name", "Ada Lovelace")
                #expect(come.safety.isOnBoth, "\(come.safety.words)")
                let wake: WakeUpReceipt = try await pair.secondary.ask(
                    "wakeups", "set", "06:30", "06:45", "--room", "101", "--on", "tomorrow")
                #expect(wake.safety.isOnBoth && wake.lines.count == 2, "\(wake.safety.words)")
                #expect(try await pair.primary.verb("stays", "list").output.contains("the Secondary owns the guests"))
                #expect(try await pair.primary.verb("wakeups").output.contains("06:45"))
                let refused = try await pair.primary.verb("stays", "check-out", "101")
                #expect(refused.status == 75 && refused.complaints.contains("the Secondary owns the guests"))
                let moved: StayReceipt = try await pair.secondary.ask("stays", "move", "101", "102")
                #expect(moved.wakeUps.count == 2 && moved.safety.isOnBoth)
                try await pair.awaitEqual(Self.tables)
            }
        }

        @Test func `while the peer is away a change is here only, and crosses when it is back`() async throws {
            try await Self.running { pair in
                pair.primary.cutPower()
                try await pair.secondary.awaitStatus("the peer gone") { $0.peer?.state == "offline" }
                let come: StayReceipt = try await pair.secondary.ask("stays", "check-in", "101")
                #expect(!come.safety.isOnBoth && come.safety.reason?.contains("the Primary") == true)
                try pair.primary.start()
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Self.tables)
                let again: StayReceipt = try await pair.secondary.ask("rooms", "dnd", "101", "on")
                #expect(again.safety.isOnBoth, "\(again.safety.words)")
            }
        }

        @Test func `of twenty desks that check in to one room at once one has it, and all are answered`() async throws {
            try await Self.running { pair in
                let outcomes = try await withThrowingTaskGroup(of: VerbOutcome.self) { group in
                    for _ in 0..<20 { group.addTask { try await pair.secondary.verb("stays", "check-in", "103") } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0.status == 0 } == 1)
                #expect(outcomes.count { $0.complaints.contains("room 103 is let, stay S1") } == 19)
                #expect(try await pair.secondary.rows("SELECT COUNT(*) FROM comxfailover.stay") == [["1"]])
            }
        }
    }
}
