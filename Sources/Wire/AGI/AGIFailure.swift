/// Why a session with a channel is over, or why a command was not carried out.
package enum AGIFailure: Error, Sendable, Hashable {
    /// The caller hung up, or Asterisk took the call away.
    case hungUp
    case linkLost(String)
    /// Asterisk did not answer in time, or did not say in time what channel this is.
    case silent
    case notUnderstood(AGIDecodingError)
    /// Another command waits for its answer.
    case busy
}
