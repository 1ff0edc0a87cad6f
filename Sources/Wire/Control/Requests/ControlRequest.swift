/// Everything one daemon asks of the other. Every request has exactly one reply, under its own id, and may be asked
/// again where the reply was lost.
package enum ControlRequest: Sendable, Hashable {
    /// The first request of every connection; the reply is ``ControlReply/hello(_:)``.
    case hello(ControlHello)
    /// Asks for a fresh settled head of the receiver's feed; the reply is ``ControlReply/settled(_:)``.
    case settle
    /// Asks for the repair of one item; the reply is an acknowledgement.
    case takeMyRows(TakeMyRows)
    /// Asks for a new view of one table; the reply is an acknowledgement.
    case regenerate(Regenerate)
    /// The sender's feed has moved; the reply is an acknowledgement.
    case nudge(Nudge)
    /// Write a row that lost on the sender's side, as a write of the receiver's.
    case putBack(PutBack)
    /// Phones registered anew at the sender; the reply is an acknowledgement, at once.
    case registered(Registered)
    /// Asks for the repair of one item and how far it has come; the reply is ``ControlReply/repairing(_:)``.
    case repair(Repair)
    /// Asks, during a giveback, whether everything was stored; the reply is ``ControlReply/verdict(_:)``.
    case handover(Handover)
    /// Asks for a scope back; the reply is an acknowledgement where it begins.
    case giveBack(GiveBack)
    /// About ringing wake-ups; the reply is ``ControlReply/ringing(_:)``.
    case ringing(RingingLetter)
}
