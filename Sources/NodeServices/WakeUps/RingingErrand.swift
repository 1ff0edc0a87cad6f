import Wire

/// What is to be done in Asterisk, in the order in which it was concluded.
enum RingingErrand: Sendable, Hashable {
    /// To make a call, and to tell what becomes of it.
    case call(WakeUpCallName, OriginateOrder)
    case hangUp(WakeUpCallName)
    /// To ask Asterisk which calls go on, and what its dialplan wrote down of others.
    case look
    /// To take away what the dialplan wrote down of a call.
    case forget(WakeUpCallName)
}
