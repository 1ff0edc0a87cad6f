import Vocabulary

/// One thing this node decided, or decided not to do, with what it rested on.
package struct Decision: Sendable, Hashable {
    package let at: WallTime
    package let subject: DecisionSubject
    /// What was decided, as a sentence without a full stop.
    package let decision: String
    package let evidence: [String]

    package init(at: WallTime, subject: DecisionSubject, decision: String, evidence: [String]) {
        self.at = at
        self.subject = subject
        self.decision = decision
        self.evidence = evidence
    }
}
