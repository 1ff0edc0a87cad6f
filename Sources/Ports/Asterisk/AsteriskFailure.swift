import Wire

/// Why Asterisk did not do what it was asked for.
package enum AsteriskFailure: Error, Sendable, Hashable {
    /// There is no session with Asterisk.
    case notConnected
    /// Asterisk said no; these are its words.
    case refused(String)
    /// No answer in time.
    case timedOut
    /// The session ended before the answer came.
    case lost(String)
    /// Too much waits for Asterisk already.
    case tooManyWaiting
    /// The order holds what cannot be said to Asterisk.
    case notWritable(AMIEncodingError)
    /// Asterisk's answer is not what it should be.
    case unreadable(String)
    /// The caller went away.
    case cancelled
}

extension AsteriskFailure {
    /// What failed, for an operator.
    package var words: String {
        switch self {
        case .notConnected: "there is no connection to Asterisk"
        case .refused(let words): "Asterisk refused: \(words)"
        case .timedOut: "Asterisk did not answer in time"
        case .lost(let words): "the connection to Asterisk ended: \(words)"
        case .tooManyWaiting: "too many orders wait for Asterisk"
        case .notWritable(let error): "this cannot be said to Asterisk: \(error)"
        case .unreadable(let words): "Asterisk's answer could not be read: \(words)"
        case .cancelled: "the order was given up"
        }
    }
}
