/// A call whose outcome is known.
package struct OriginateFinding: Sendable, Hashable {
    package let callID: String
    package let outcome: CallOutcome

    package init(_ callID: String, _ outcome: CallOutcome) {
        self.callID = callID
        self.outcome = outcome
    }
}
