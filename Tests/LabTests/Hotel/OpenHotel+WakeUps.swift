import LabKit
import MariaStore
import Ports
import Testing
import Vocabulary

extension OpenHotel {
    /// What the owner's default grace comes to.
    static let grace = Duration.seconds(45)

    /// Checks a guest in, where nobody stays in the room.
    func receive(_ guest: String, in room: String) async throws {
        let node = lab.secondary.node
        guard try await node.verb(["stays", "list", "--room", room]).output.contains(guest) == false else { return }
        try await node.order(["stays", "check-in", room, "--name", guest])
    }

    /// Sets a wake-up of one room at the Secondary, in so many seconds; both nodes have it afterwards.
    func wake(_ room: String, after lead: Duration) async throws -> DueTime {
        let due = DueTime.after(lead)
        let answer = try await lab.secondary.node.order(["wakeups", "set", due.text, "--room", room])
        #expect(answer.contains("Safe on both"))
        return due
    }

    /// The guest takes the call that rings, hears somebody speak, and hangs up.
    func takeWakeUp(_ phone: LabPhone) async throws {
        try await phone.answer()
        try await phone.awaitEstablished()
        #expect(try await phone.samplesHeard(during: .seconds(2)) > 0, "somebody speaks")
        try await phone.hangUp()
        try await phone.awaitIdle()
    }

    /// Waits until both nodes say that the Secondary rings, and that nothing is left that is due: whoever was to ring
    /// anything for a second time has done so by then.
    func awaitNothingDue(within limit: Duration = .seconds(60)) async throws {
        try await lab.secondary.node.awaitStatus("it rings, and nothing is due", within: limit) {
            $0.ringing?.rings == true && $0.ringing?.dueCount == 0 && $0.ringing?.unkeptCount == 0
        }
        try await lab.primary.node.awaitStatus("the Secondary rings, and nothing is due", within: limit) {
            $0.ringing?.peerRings == true && $0.ringing?.rings == false && $0.ringing?.dueCount == 0
        }
    }

    // MARK: The ledger

    /// What must be the same on both nodes.
    private static let tables = [
        "SELECT CONCAT_WS(' ', node, number, room, departed_at) AS line FROM comxfailover.stay ORDER BY line",
        """
        SELECT CONCAT_WS(' ', node, incarnation, sequence, event, room, occurrence_date, attempt) AS line
        FROM comxfailover.wake_up_event ORDER BY line
        """,
    ]

    /// How many lines of the ledger tell of such an event.
    func lines(of event: String, at mode: Mode) async throws -> Int {
        let rows = try await lab.host(mode).node.texts(
            "SELECT CAST(COUNT(*) AS CHAR) AS line FROM comxfailover.wake_up_event WHERE event = '\(event)'")
        return rows.first.flatMap(Int.init) ?? 0
    }

    /// Waits until the ledger tells of an event so often.
    func awaitEnd(of event: String, times: Int, at mode: Mode) async throws {
        try await LabWaiting.until("\(times) times \(event) at the \(mode)", within: .seconds(20)) {
            try await lines(of: event, at: mode) == times
        }
    }

    /// Waits until both nodes hold the same stays, wake-ups and ledger.
    func awaitSame() async throws {
        for table in Self.tables {
            try await LabWaiting.until("the same on both: \(table)", within: .seconds(20)) {
                try await lab.primary.node.texts(table) == lab.secondary.node.texts(table)
            }
        }
    }

    /// Compares every item of the two nodes by the product's own verb, which fails where a row differs.
    func awaitNothingDiffers() async throws {
        try await awaitSame()
        try await lab.secondary.node.order(["replication", "compare"])
    }
}

extension LabNode {
    /// The column `line` of what a query finds.
    func texts(_ query: String) async throws -> [String] {
        try await withDatabase { session in
            try session.query(query).map { try $0.text("line") }
        }
    }
}
