import Vocabulary

/// A notice as it leaves the node: the same for every channel.
package struct AlertMessage: Sendable, Hashable, Codable {
    /// The number of the event on its node: a receiver that gets it twice knows it by this and the node.
    package let id: UInt64
    package let property: String
    package let node: Mode
    package let host: String
    package let at: WallTime
    package let severity: Severity
    package let kind: EventKind
    package let subject: String
    package let words: String
    package let evidence: [String]
    package let isOver: Bool
    /// How many events of the kind and subject it speaks for, and when the first of them happened.
    package let count: Int
    package let since: WallTime
    /// Events that could not be told before, since too many waited.
    package let leftOut: Int

    package init(
        id: UInt64, property: String, node: Mode, host: String, event: Event, count: Int, since: WallTime, leftOut: Int
    ) {
        self.id = id
        self.property = property
        self.node = node
        self.host = host
        at = event.at
        severity = event.severity
        kind = event.kind
        subject = event.subject
        words = event.words
        evidence = event.evidence
        isOver = event.isOver
        self.count = count
        self.since = since
        self.leftOut = leftOut
    }
}
