import Vocabulary

/// One decision of the node with its evidence: why it did, or did not, act.
package struct DecisionReport: Sendable, Hashable, Codable {
    package let at: WallTime
    /// The stable word of the subject: `peer`, `item`, `ownership`, `database`, `node`.
    package let subject: String
    /// What was decided.
    package let decision: String
    /// What it rested on.
    package let evidence: [String]

    package init(at: WallTime, subject: String, decision: String, evidence: [String]) {
        self.at = at
        self.subject = subject
        self.decision = decision
        self.evidence = evidence
    }
}
