/// What an error of MariaDB comes to for whoever stands behind a port, with its words and its number.
enum MariaTrouble: Sendable, Hashable {
    /// The database does not answer, or lets nobody in.
    case unavailable(words: String)
    /// The same may succeed when tried again.
    case retry(words: String)
    /// It refused, or holds what this program does not understand.
    case refused(words: String)

    init(_ error: MariaError) {
        let words = "\(error.message) (\(error.number))"
        if error.isConnectionLost || error.isAccessDenied {
            self = .unavailable(words: words)
        } else if error.isRetryable {
            self = .retry(words: words)
        } else {
            self = .refused(words: words)
        }
    }
}
