import Vocabulary

/// What people are told of a change of ownership.
package enum ReignNews: Sendable, Hashable {
    case tookOver(Ownership)
    /// Somebody else's reign was higher when the takeover was to be stored.
    case outdone(by: Ownership)
    /// The peer's reign is the higher one: this node stopped at once.
    case stoodDown(for: Ownership)
    /// The peer gave the scope to this node.
    case received(Ownership)
    /// The peer's reign moved, and it was the owner before.
    case learned(Ownership)
    case givebackBegan(Scope, ReignOrigin)
    case comingNear(Scope, String)
    case barrierUp(Scope)
    case released(Ownership)
    /// The peer knows: it acts, and the giveback is over.
    case arrived(Ownership)
    /// Nothing was committed; this node goes on as owner.
    case givebackFailed(Scope, String)
    /// The barrier of a giveback that was interrupted is down again.
    case reopened(Scope)
    case renewed(Ownership)
    /// What is stored could not be changed or read; it is tried again.
    case storeTrouble(Scope, String)
}
