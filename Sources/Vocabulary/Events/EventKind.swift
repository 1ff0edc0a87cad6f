/// What sort of thing happened. The raw value is a stable word: programs that get events go by it.
package enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The peer's state changed.
    case peer
    /// Who owns a scope, and how sure that is.
    case ownership
    case takeover
    case giveback
    /// A disk went back to an older image.
    case restore
    /// Two daemons answer under one name.
    case clone
    /// Something was done with an item, by an operator or by the node.
    case item
    /// An item stands still: a row could not be applied, or a person must decide.
    case quarantine
    case conflict
    case drift
    /// Rows of an item are not copied as they should be.
    case copy
    /// Writes of a table are not noticed as they should be.
    case capture
    case database
    case asterisk
    /// The telephony configuration does not fit together, or was changed.
    case telephony
    case calls
    /// A wake-up was not answered, or could not be rung.
    case wakeUp = "wake-up"
    /// Somebody called for help.
    case emergency
    /// A program that the node runs, or a port that it opens.
    case host
    /// Events themselves could not be told.
    case alerts
    /// The node itself.
    case node
}
