import Vocabulary

/// An event as `comxfailover events` shows it.
package struct EventReport: Sendable, Hashable, Codable {
    /// Its number on its node.
    package let id: UInt64
    package let at: WallTime
    package let severity: Severity
    /// The stable word of its kind.
    package let kind: EventKind
    /// What it is about within its kind.
    package let subject: String
    package let words: String
    package let evidence: [String]
    /// The trouble of its kind and subject is over.
    package let isOver: Bool
    /// The channels by which it still has to leave.
    package let due: [AlertChannel]

    package init(_ line: EventLine) {
        id = line.id
        at = line.event.at
        severity = line.event.severity
        kind = line.event.kind
        subject = line.event.subject
        words = line.event.words
        evidence = line.event.evidence
        isOver = line.event.isOver
        due = AlertChannel.allCases.filter(line.due.contains)
    }
}
