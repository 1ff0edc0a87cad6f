import Vocabulary

/// Rows are changed on both sides, each where it belongs, and arrive on the other.
struct CrossingAct: Act {
    private static let crossingMax = Duration.seconds(2)
    /// How long is waited before a crossing counts as lost.
    private static let patience = Duration.seconds(30)
    private static let callsEach = 250

    let title = "Rows are changed on both sides and cross over"

    func perform(on stage: Stage, paper: Paper) async throws {
        try await addExtension(stage, paper)
        try await changeAndDelete(stage, paper)
        try await checkIn(stage, paper)
        try await recordCalls(stage, paper)
    }

    private func addExtension(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.primary.change(
            """
            INSERT INTO comxfailover.staff_extension (extension, display_name, class_of_service, secret)
            VALUES ('300', 'Zoë O''Connor 🛎', 10, 'demonstration-300')
            """)
        try await stage.count(
            on: .secondary, "the new staff extension is on the Secondary",
            "SELECT COUNT(*) FROM comxfailover.staff_extension WHERE display_name = ?", [.text("Zoë O'Connor 🛎")],
            is: 1,
            within: Self.patience)
        prove(
            Claim(
                "A staff extension: Primary to Secondary", took: watch.elapsed,
                within: Self.crossingMax), stage, paper)
    }

    private func changeAndDelete(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.primary.change("UPDATE comxfailover.guest_extension SET ring_seconds = 55")
        try await stage.primary.change("DELETE FROM comxfailover.speed_dial WHERE code = '*139'")
        try await stage.count(
            on: .secondary, "changes and deletions are on the Secondary",
            """
            SELECT (SELECT COUNT(*) FROM comxfailover.guest_extension WHERE ring_seconds = 55)
              - (SELECT COUNT(*) FROM comxfailover.speed_dial WHERE code = '*139')
            """, is: Hotel.rooms.count, within: Self.patience)
        prove(
            Claim("300 changes and a deletion: Primary to Secondary", took: watch.elapsed, within: Self.crossingMax),
            stage, paper)
    }

    private func checkIn(_ stage: Stage, _ paper: Paper) async throws {
        let watch = Stopwatch()
        try await stage.secondary.checkIn(stay: 9_001, room: "1015", guest: "Šimić")
        try await stage.count(
            on: .primary, "stay, room state and wake-up are on the Primary",
            """
            SELECT (SELECT COUNT(*) FROM comxfailover.stay_guest WHERE number = 9001 AND last_name = 'Šimić')
              + (SELECT COUNT(*) FROM comxfailover.wake_up_event WHERE wake_up_number = 9001)
              + (SELECT COUNT(*) FROM comxfailover.room_message_lamp WHERE room = '1015' AND is_on)
            """, is: 3, within: Self.patience)
        prove(
            Claim(
                "Stay, wake-up, message lamp: Secondary to Primary", took: watch.elapsed,
                within: Self.crossingMax), stage, paper)
    }

    private func recordCalls(_ stage: Stage, _ paper: Paper) async throws {
        for mode in Mode.allCases {
            let calls = try await stage.ledger(mode).calls(Self.callsEach, day: Hotel.days)
            try await stage.node(mode).add([calls])
        }
        let expected = stage.books.count
        for mode in Mode.allCases {
            try await stage.count(
                on: mode, "the \(mode) has the call records of both", stage.countOfBooks,
                is: expected, within: Self.patience)
        }
        prove(
            Claim("Call records of both nodes are on both", count: expected, expected: expected, "records"), stage,
            paper)
    }
}
