/// What a session wants done.
package enum AGISessionDirective: Sendable, Hashable {
    /// Asterisk has said what channel this is; commands are taken from now on.
    case began(AGIEnvironment)
    case send([UInt8])
    /// The answer to the command that waits.
    case answered(AGIReply)
    /// The command that waits, or was just asked for, fails.
    case failed(AGIFailure)
    /// The session is over: the connection is to be closed.
    case close(AGIFailure)
}
