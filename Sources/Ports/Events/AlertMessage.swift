import Vocabulary

/// A notice as it leaves the node: the same for every channel.
package struct AlertMessage: Sendable, Hashable, Codable {
    /// An event about something else that is told with it; its kind and severity are the same.
    package struct Other: Sendable, Hashable, Codable {
        package let id: UInt64
        package let at: WallTime
        package let subject: String
        package let words: String
        package let evidence: [String]
        /// How many events of its subject it speaks for.
        package let count: Int

        package init(id: UInt64, event: Event, count: Int) {
            self.id = id
            at = event.at
            subject = event.subject
            words = event.words
            evidence = event.evidence
            self.count = count
        }
    }

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
    /// What is told with it, where there is much of one kind.
    package let others: [Other]

    package init(
        id: UInt64, property: String, node: Mode, host: String, event: Event, count: Int, since: WallTime, leftOut: Int,
        others: [Other] = []
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
        self.others = others
    }
}
