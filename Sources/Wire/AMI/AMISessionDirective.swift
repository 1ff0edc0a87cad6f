/// What a session wants done, in this order.
package enum AMISessionDirective: Sendable, Hashable {
    /// Write these bytes to Asterisk.
    case send([UInt8])
    /// Asterisk let us in and the filters stand: actions are taken from now on.
    case opened
    /// Asterisk has booted whole; comes after `opened`, at once or later.
    case booted
    /// Something happened in Asterisk.
    case event(AMIEvent)
    /// Asterisk answered an action.
    case answered(ticket: UInt64, AMIReply)
    /// An action has no answer.
    case failed(ticket: UInt64, AMIFailure)
    /// The session is over; close the connection.
    case close(AMIFailure)
}
