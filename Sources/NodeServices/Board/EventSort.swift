import Vocabulary

/// What sort of event a decision is, where it is more than what its subject says.
package struct EventSort: Sendable, Hashable {
    package var kind: EventKind
    package var severity: Severity
    /// What it is about within its kind.
    package var subject: String
    /// The trouble of its kind and subject is over.
    package var isOver: Bool

    package init(_ kind: EventKind, _ severity: Severity, about subject: String = "", isOver: Bool = false) {
        self.kind = kind
        self.severity = severity
        self.subject = subject
        self.isOver = isOver
    }
}
