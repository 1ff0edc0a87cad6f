import LabKit
import MariaStore
import Vocabulary

extension OpenHotel {
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
        let rows = try await texts(
            "SELECT CAST(COUNT(*) AS CHAR) AS line FROM comxfailover.wake_up_event WHERE event = '\(event)'", at: mode)
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
                try await texts(table, at: .primary) == texts(table, at: .secondary)
            }
        }
    }

    private func texts(_ query: String, at mode: Mode) async throws -> [String] {
        let host = mode == .primary ? lab.primary : lab.secondary
        return try await host.node.withDatabase { session in
            try session.query(query).map { try $0.text("line") }
        }
    }
}
