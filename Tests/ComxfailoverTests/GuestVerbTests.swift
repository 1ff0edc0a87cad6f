import ArgumentParser
import Foundation
import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The verbs of stays, rooms and wake-ups against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct GuestVerbTests {
    /// 28 March 2026, 20:00 in Berlin: clocks go forward that night.
    private static let evening = WallTime(microseconds: 1_774_724_400_000_000)
    private static let berlin = ZoneRules(
        name: "Europe/Berlin", firstOffsetSeconds: 3_600,
        changes: [
            .init(second: 1_774_746_000, offsetSeconds: 7_200), .init(second: 1_792_890_000, offsetSeconds: 3_600),
        ])

    private let guests = MemoryGuestConsole(zone: berlin, clock: MemoryClock(wallTime: evening))

    init() throws {
        let rooms = try (101...104).map { try RoomNumber("\($0)") }
        guests.withState { state in
            for room in rooms {
                state.house.rooms[room] = GuestRoom(numbers: (try? ExtensionNumber("1\(room)")).map { [$0] } ?? [])
            }
            state.house.classes = [1, 2, 3]
        }
    }

    private func run(_ line: String) async throws -> VerbOutcome {
        // Names in the tests have no blanks inside.
        try await run(line.split(separator: " ").map(String.init))
    }

    private func run(_ words: [String]) async throws -> VerbOutcome {
        try await DaemonSocket.serving(SampleReports.console(), guests: guests) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }

    // MARK: Stays

    @Test func `guests come, are named, move and leave`() async throws {
        let come = try await run([
            "stays", "check-in", "101", "--name", "Lovelace, Ada", "--name", "Kim Roe", "--language", "en", "--departs",
            "2026-04-01",
        ])
        #expect(come.output == "Checked in to room 101: stay S1.\nSafe on both.\n")
        let list = try await run("stays").output.split(separator: "\n")
        #expect(list.count == 2 && list[1].hasPrefix("101   S1    Ada Lovelace"))
        #expect(list[1].contains("2026-03-28 20:00") && list[1].contains("2026-04-01"))
        #expect(try await run("stays expect 101 unknown").output.hasPrefix("Stay S1 is expected to leave: unknown.\n"))
        #expect(try await run("stays name S1 --language fr").output.hasPrefix("Stay S1 is named.\n"))
        _ = try await run("wakeups set 06:30 --room 101")
        let move = try await run("stays move 101 102")
        #expect(move.output == "Moved to room 102: stay S1.\n1 wake-up went along to room 102.\nSafe on both.\n")
        let gone = try await run("stays check-out 102")
        #expect(
            gone.output == "Checked out: stay S1.\n1 wake-up cancelled: nobody is there to be woken.\nSafe on both.\n")
        #expect(try await run("stays list").output == "Nobody stays in the house.\n")
        #expect(guests.withState { $0.authors.allSatisfy { $0.way == .desk && $0.name == DeskUser.name } })
    }

    @Test func `the history tells who did what`() async throws {
        _ = try await run("stays check-in 101 --departs 2026-04-01")
        _ = try await run("stays move 101 102")
        _ = try await run("rooms status 102 clean --attendant 17")
        let lines = try await run("stays history").output.split(separator: "\n")
        #expect(lines[1].hasPrefix("2026-03-28 20:00  102   -     housekeeping: clean 17"))
        #expect(lines.contains { $0.contains("102   S1    moved from 101") })
        #expect(lines.contains { $0.contains("voicemail of 1101 moved to 1102") })
        #expect(lines.contains { $0.contains("101   S1    checked in, departs 2026-04-01") })
        #expect(try await run("stays history --room 102 --limit 1").output.split(separator: "\n").count == 2)
        #expect(try await run("stays history --room 104").output == "Nothing happened yet.\n")
    }

    @Test func `of two who check in to one room the second is told who is there`() async throws {
        _ = try await run("stays check-in 101")
        let second = try await run("stays check-in 101")
        #expect(second.status == .usage)
        #expect(
            second.complaints == [
                "room 101 is let, stay S1; check it out first, or say that the room is shared"
            ])
        #expect(try await run("stays check-in 101 --sharing").output.hasPrefix("Checked in to room 101: stay S2."))
        let json = try await run("stays list --room 101 --json").output
        let list = try JSONDecoder().decode(GuestList<StayReport>.self, from: Data(json.utf8))
        #expect(list.lines.map(\.stay.description) == ["S1", "S2"])
    }

    // MARK: Rooms

    @Test func `what is on or off in rooms is switched and shown`() async throws {
        #expect(try await run("rooms dnd 101 on").output == "Room 101: do-not-disturb is on.\nSafe on both.\n")
        #expect(try await run("rooms dnd 101 on").output == "Nothing changed: it was so already.\nSafe on both.\n")
        #expect(try await run("rooms class 101 closed").output.hasPrefix("Room 101 is closed for calls outside.\n"))
        #expect(try await run("rooms class 102 3").output.hasPrefix("Room 102: class 3.\n"))
        #expect(try await run("rooms class 102 9").status == .data)
        #expect(try await run("rooms lamp 101 on --messages 2").status == .ok)
        #expect(try await run("rooms status 101 clean --attendant 17").output.hasPrefix("Room 101 is clean.\n"))
        let lines = try await run("rooms status").output.split(separator: "\n")
        #expect(lines[1] == "101   -      -      on   on, 2  closed    clean         17")
        #expect(lines[2] == "102   -      -      -    -      3         -             -")
        #expect(try await run("rooms status 102").output.split(separator: "\n").count == 2)
        #expect(try await run("rooms status 999").complaints == ["there is no room 999"])
    }

    // MARK: Wake-ups

    @Test func `the night on which clocks go forward is told`() async throws {
        _ = try await run("stays check-in 101")
        let set = try await run("wakeups set 02:30 --room 101")
        #expect(
            set.output == """
                S1: room 101, 2026-03-29 at 02:30 is set.
                  note: there is no 2026-03-29 02:30: clocks go forward that night; it rings at 03:00
                Safe on both.

                """)
        let lines = try await run("wakeups").output.split(separator: "\n")
        #expect(lines[1].contains("S1       101   02:30  2026-03-29  2026-03-29 03:00"))
    }

    @Test func `the night on which clocks go back is told, and a daily one across it rings once that night`()
        async throws
    {
        _ = try await run("stays check-in 101")
        let set = try await run("wakeups set 02:30 --room 101 --on 2026-10-25")
        #expect(
            set.output.contains(
                "note: 2026-10-25 02:30 comes twice: clocks go back that night; it rings the first time"))
        let daily = try await run("wakeups set 02:15 --room 101 --daily --from 2026-10-24 --until 2026-10-26")
        #expect(daily.output.contains("note: 2026-10-25 02:15 comes twice"))
        #expect(daily.output.contains("daily at 02:15 from 2026-10-24 through 2026-10-26 is set."))
    }

    @Test func `of two who share a room whoever moves takes the own wake-ups along, and no others`() async throws {
        _ = try await run("stays check-in 101")
        _ = try await run("wakeups set 06:30 --room 101")
        _ = try await run("stays check-in 101 --sharing")
        _ = try await run("wakeups set 07:30 --room 101")
        let move = try await run("stays move S2 102")
        #expect(move.output.contains("1 wake-up went along to room 102."), "\(move.output) \(move.complaints)")
        let gone = try await run("stays check-out 102")
        #expect(gone.output.contains("1 wake-up cancelled: nobody is there to be woken."), "\(gone.output)")
        let list = try await run("wakeups").output.split(separator: "\n")
        #expect(list.count == 2 && list[1].contains("06:30"), "\(list)")
    }

    @Test func `several times, groups and daily ones, and twice the same`() async throws {
        for room in 101...103 { _ = try await run("stays check-in \(room)") }
        let group = try await run("wakeups set 06:30 06:45 --rooms 101-102,103 --on tomorrow")
        #expect(group.output.split(separator: "\n").count == 7)
        #expect(
            try await run("wakeups set 06:30 --room 101 --on 2026-03-29").output
                == "S1: room 101, 2026-03-29 at 06:30 was set already.\nSafe on both.\n")
        #expect(
            try await run("wakeups set 08:00 --room 101 --daily --until 2026-04-02").output.hasPrefix(
                "S7: room 101, daily at 08:00 from 2026-03-29 through 2026-04-02 is set."))
        #expect(try await run("wakeups change S7 --at 08:15").output.contains("daily at 08:15"))
        #expect(try await run("wakeups cancel S7").output.hasPrefix("S7: room 101, daily at 08:15"))
        let cancelled = try await run("wakeups cancel --room 101 --at 06:30 --on tomorrow")
        #expect(cancelled.output == "S1: room 101, 2026-03-29 at 06:30 is cancelled.\nSafe on both.\n")
        #expect(try await run("wakeups cancel --room 102").output.split(separator: "\n").count == 3)
        let json = try await run("wakeups list --all --json").output
        let list = try JSONDecoder().decode(GuestList<WakeUpReport>.self, from: Data(json.utf8))
        #expect(list.lines.count { $0.state == .cancelled } == 4 && list.lines.count == 7)
    }

    @Test(arguments: [
        (
            "wakeups set 06:30 --room 101 --on 2026-03-28",
            "2026-03-28 06:30 is over; it is 2026-03-28 20:00 in the hotel"
        ),
        ("wakeups set 06:30 --room 104", "nobody stays in room 104: it is checked out"),
        ("wakeups set 06:30 --room 999", "there is no room 999"),
        ("wakeups set 6.30 --room 101", "'6.30' is not a time of day, such as 07:00"),
        ("wakeups set 06:30 --room 101 --on 2026-02-30", "'2026-02-30' is not a day"),
        ("wakeups set 06:30 --rooms 101 --on 2028-03-28", "is too far ahead; at most 366 days"),
        ("wakeups set 06:30 --room 101 --daily --from 2026-04-02 --until 2026-04-01", "is before the first"),
        ("wakeups set 06:30 --room 101 --extension 1102", "extension 1102 is not in room 101"),
        ("wakeups set 06:30 --room 101 --language german", "is not a language"),
        ("wakeups cancel S99", "there is no wake-up S99"), ("wakeups cancel --room 101", "has no such wake-up"),
        ("wakeups change S99 --at 07:00", "there is no wake-up S99"),
    ])
    func `bad input is one clear line`(line: String, words: String) async throws {
        _ = try await run("stays check-in 101")
        let outcome = try await run(line)
        #expect(outcome.status == .usage || outcome.status == .data)
        #expect(outcome.complaints.count == 1 && outcome.complaints[0].contains(words), "\(outcome.complaints)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `ten thousand for one room are too many`() async throws {
        _ = try await run("stays check-in 101")
        let times = (0..<1_000).map { minute in
            "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
        }
        let outcome = try await run(["wakeups", "set"] + times + ["--room", "101"])
        #expect(outcome.complaints == ["1000 calls for each room at once; at most 12"])
        for hour in 8..<20 { _ = try await run("wakeups set \(hour < 10 ? "0" : "")\(hour):10 --room 101") }
        let full = try await run("wakeups set 20:10 --room 101")
        #expect(full.complaints == ["room 101 cannot have more than 12 wake-ups"])
    }

    @Test func `a command line that makes no sense is refused before anybody is asked`() {
        for line in [
            "wakeups set --room 101", "wakeups set 06:30", "wakeups set 06:30 --room 101 --until tomorrow",
            "wakeups set 06:30 --room 101 --daily --on today", "wakeups cancel", "wakeups cancel S1 --room 101",
            "wakeups change S1", "stays check-in", "stays name 101", "stays check-in 101 --title Ms",
            "rooms dnd 101 maybe", "rooms class 101 high", "rooms status 101 tidy", "rooms status --attendant 1",
        ] {
            #expect(throws: (any Error).self, "\(line)") {
                try Comxfailover.parseAsRoot(line.split(separator: " ").map(String.init))
            }
        }
    }

    @Test func `the copy on the other node is shown with its age, and refuses changes`() async throws {
        _ = try await run("stays check-in 101")
        guests.withState { ($0.mode, $0.isOwnerDown) = (.primary, true) }
        #expect(try await run("stays").output.hasSuffix("A copy, as of 1 s ago: the Secondary owns the guests.\n"))
        let wake = try await run("wakeups set 06:30 --room 101")
        #expect(wake.status == .temporary)
        #expect(
            wake.complaints[0].hasPrefix("new wake-ups cannot be set while the guest system, the Secondary, is down"))
        guests.withState { ($0.mode, $0.safety) = (.secondary, .here("the Primary is not heard")) }
        #expect(try await run("rooms dnd 101 on").output.hasSuffix("Here only: the Primary is not heard.\n"))
    }

    @Test func `a clock is said to be right where wake-ups wait because of it`() async throws {
        let console = SampleReports.console()
        func confirm() async throws -> VerbOutcome {
            try await DaemonSocket.serving(console, guests: guests) { socketPath in
                try await VerbOutcome.perform(["wakeups", "confirm-clock", "--socket", socketPath])
            }
        }
        let refused = try await confirm()
        #expect(refused.status == .temporary)
        #expect(refused.complaints.first?.contains("the clock is trusted") == true, "\(refused.complaints)")
        console.withState { $0.isClockHeld = true }
        #expect(try await confirm().output == "The clock counts as right; what it held rings now.\n")
    }
}
