/// What a decision is about. The raw value is the stable word in JSON.
package enum DecisionSubject: String, Sendable, Hashable, CaseIterable {
    case peer
    case item
    case ownership
    case database
    case node
}
