/// Why an action has no answer, or a session ended.
package enum AMIFailure: Error, Sendable, Hashable {
    /// Asterisk does not know this user and secret, or lets nobody in from here.
    case loginRefused(String)
    /// What answers is not Asterisk's manager, or lost its place.
    case notUnderstood(AMIDecodingError)
    /// No answer within the action's limit.
    case timedOut
    /// Nothing at all came for too long, though the connection looks alive.
    case silent
    /// The connection ended; whether the action was carried out is not known.
    case linkLost(String)
    /// There is no session, or it is not ready yet.
    case notReady
    /// The action was not sent: too many wait already.
    case tooManyWaiting
    /// The action was not sent: it cannot be written down.
    case notWritable(AMIEncodingError)
    /// Asterisk's list was longer than this node takes.
    case listTooLong(Int)
}
