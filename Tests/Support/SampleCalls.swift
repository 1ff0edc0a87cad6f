import HotelLogic
import Ports
import Vocabulary

/// Calls of a small hotel, the same in every test that needs some.
package enum SampleCalls {
    /// A guest's call to the town, one to the desk that nobody took, and one that died with its server.
    package static let entries = [
        entry("1", .outbound, from: "1001", to: "0301234", room: "101", trunk: "city", at: 7_200, .answered),
        entry("2", .internal, from: "1002", to: "201", room: "102", trunk: nil, at: 600, .noAnswer),
        entry("3", .peer, from: "201", to: "1003", room: nil, trunk: nil, at: 60, .interrupted),
    ]

    /// As a node tells of them, newest first.
    package static var reports: [CallReport] {
        entries.enumerated().reversed().map { index, entry in
            CallReport(
                node: .primary, incarnation: Incarnation(rawValue: 7), sequence: UInt64(index + 1), entry: entry)
        }
    }

    /// A node that has these.
    package static func console() -> MemoryCallsConsole {
        let store = MemoryCallStore()
        store.withState { state in
            state.entries = entries
            state.refused = [
                .init(file: .records, line: Array("\"half a line".utf8), reason: "quotes do not fit"),
                .init(file: .events, line: [0x22, 0xFF, 0x1B], reason: "1 values, not 11"),
            ]
        }
        return MemoryCallsConsole(store: store)
    }

    private static func entry(
        _ id: String, _ direction: CallEntry.Direction, from calling: String, to called: String, room: String?,
        trunk: String?, at secondsAgo: Int64, _ outcome: CallEntry.Outcome
    ) -> CallEntry {
        let start = SampleReports.ago(secondsAgo)
        let isAnswered = outcome != .noAnswer
        return CallEntry(
            leg: .init(uniqueID: id, number: "1"), callID: "primary-1700000000.\(id)", direction: direction,
            calling: calling, dialled: called, called: called, room: room, trunk: trunk, startedAt: start,
            answeredAt: isAnswered ? WallTime(microseconds: start.rawValue + 4_000_000) : nil,
            endedAt: WallTime(microseconds: start.rawValue + 40_000_000), outcome: outcome)
    }
}
