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

        /// A pair with four rooms on both nodes.
        private static func running(
            _ change: (inout LiveSettings) -> Void = { _ in }, _ body: (LivePair) async throws -> Void
        ) async throws {
            try await LivePair.running(change) { pair in
                try await pair.primary.command("extensions", "add", "1101-1104", "--party", "guest")
                for (room, number) in [("101", "1101"), ("102", "1102"), ("103", "1103"), ("104", "1104")] {
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

        @Test func `a change is known to be safe on both, and how soon is measured`() async throws {
            try await Self.running { pair in
                try await pair.secondary.command("stays", "check-in", "101")
                var changes: [Duration] = []
                var questions: [Duration] = []
                let clock = ContinuousClock()
                for round in 0..<24 {
                    let begin = clock.now
                    try await pair.secondary.command("rooms", "status", "101")
                    questions.append(begin.duration(to: clock.now))
                    let start = clock.now
                    let receipt: StayReceipt = try await pair.secondary.ask(
                        "rooms", "dnd", "101", round % 2 == 0 ? "on" : "off")
                    changes.append(start.duration(to: clock.now))
                    #expect(receipt.safety.isOnBoth, "\(receipt.safety.words)")
                    // Some come in the midst of the copy's own beats, some after a pause.
                    if round % 3 == 0 { try await Waiting.pass(.milliseconds(400)) }
                }
                changes.sort()
                questions.sort()
                let words =
                    "median \(changes[12]), slowest \(changes[23]); a question that waits for nobody \(questions[12])"
                FileHandle.standardError.write(Data("measured: safe on both after \(words)\n".utf8))
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

        @Test func `wake-ups that the other node takes while the owner is gone merge without loss`() async throws {
            try await Self.running({ $0.acceptsWakeUps = true }) { pair in
                for room in ["101", "102", "103"] { try await pair.secondary.command("stays", "check-in", room) }
                for (time, room) in [("06:30", "101"), ("07:00", "102"), ("08:00", "103")] {
                    let set: WakeUpReceipt = try await pair.secondary.ask(
                        "wakeups", "set", time, "--room", room, "--on", "tomorrow")
                    #expect(set.safety.isOnBoth, "\(set.safety.words)")
                }
                let refused = try await pair.primary.verb("wakeups", "set", "05:00", "--room", "101")
                #expect(refused.status == 75, "the owner is there: it is asked")
                pair.secondary.cutPower()
                try await pair.primary.awaitStatus("the owner gone") { $0.peer?.state == "offline" }
                // What is set, changed and cancelled here, and what the owner does without knowing of it.
                let new: WakeUpReceipt = try await pair.primary.ask(
                    "wakeups", "set", "06:45", "--room", "101", "--on", "tomorrow")
                #expect(new.lines.map(\.wakeUp.description) == ["P1"] && !new.safety.isOnBoth)
                try await pair.primary.command("wakeups", "set", "09:00", "--room", "103", "--on", "tomorrow")
                try await pair.primary.command("wakeups", "change", "S1", "--at", "06:15")
                try await pair.primary.command("wakeups", "cancel", "S2")
                try await pair.primary.command("wakeups", "cancel", "S3")
                pair.primary.cutPower()
                try pair.secondary.start()
                try await pair.secondary.awaitReady()
                try await pair.secondary.awaitStatus("the other gone") { $0.peer?.state == "offline" }
                try await pair.secondary.command("wakeups", "change", "S1", "--at", "06:20")
                try await pair.secondary.command("wakeups", "change", "S2", "--at", "07:10")
                try await pair.secondary.command("stays", "move", "103", "104")
                try pair.primary.start()
                try await pair.awaitCurrent()
                // The earlier ring stays, a ring stays before a cancellation, what only one side did counts, and what
                // one side set for a guest whom the other moved follows the guest.
                let expected = ["101 06:15 S1", "101 06:45 P1", "102 07:10 S2", "104 09:00 P2"]
                for node in pair.nodes {
                    var seen: [String] = []
                    try await Waiting.find(
                        "\(node.mode): the wake-ups merged", within: .seconds(60), seen: { "\(seen)" }
                    ) {
                        let list: GuestList<WakeUpReport> = try await node.ask("wakeups", "list")
                        seen = list.lines.map { "\($0.room) \($0.time) \($0.wakeUp)" }.sorted()
                        return seen == expected ? true : nil
                    }
                }
                try await pair.awaitEqual(Self.tables)
                let events = try await pair.secondary.verb("events", "--limit", "50").output
                #expect(events.contains("wake-up P2 follows its guest from room 103 to room 104"))
            }
        }

        @Test func `of twenty desks that check in to one room at once one has it, and all are answered`() async throws {
            try await Self.running { pair in
                let outcomes = try await withThrowingTaskGroup(of: VerbOutcome.self) { group in
                    for _ in 0..<20 { group.addTask { try await pair.secondary.verb("stays", "check-in", "103") } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0.status == 0 } == 1)
                #expect(outcomes.count { $0.complaints.contains("room 103 is let, stay S") } == 19)
                #expect(try await pair.secondary.rows("SELECT COUNT(*) FROM comxfailover.stay") == [["1"]])
            }
        }
    }
}
