import Ports
import Vocabulary

/// Events of a small hotel, the same in every test that needs some.
package enum SampleEvents {
    /// A peer that went and came, an item that stands still, a call for help; the oldest first.
    package static let lines = [
        line(86_400, .information, .item, "rooms", "item rooms was repaired from the peer", ["3 rows replaced"]),
        line(
            7_200, .alert, .peer, "", "the peer went from online to offline: it is not heard",
            ["no heartbeat for 3 s"]),
        line(7_100, .information, .peer, "", "the peer went from offline to online", [], isOver: true),
        line(600, .alert, .emergency, "101", "room 101 called 112", ["extension 1001"]),
        line(
            60, .warning, .conflict, "stays", "item stays: 2 rows lost and went to the ledger",
            ["both nodes wrote them"]),
    ]

    /// A node that has these.
    package static func console() -> MemoryEventsConsole {
        let store = MemoryEventStore()
        store.withState { state in for line in lines { state.lines[line.id] = line } }
        return MemoryEventsConsole(store: store)
    }

    /// As a node tells of them, newest first.
    package static var reports: [EventReport] { lines.reversed().map(EventReport.init) }

    private static func line(
        _ secondsAgo: Int64, _ severity: Severity, _ kind: EventKind, _ subject: String, _ words: String,
        _ evidence: [String], isOver: Bool = false
    ) -> EventLine {
        let at = SampleReports.ago(secondsAgo)
        return EventLine(
            id: UInt64(at.rawValue),
            event: Event(at: at, severity, kind, about: subject, words, evidence: evidence, isOver: isOver),
            due: kind == .conflict ? [.mail] : [])
    }
}
