import Vocabulary

/// Why a feed could not be read or a store not be used.
package enum FeedFailure: Error, Sendable, Hashable {
    /// The connection could not be made, or broke; `path` says what that means for the path to the peer.
    case unreachable(path: PathFailure, words: String)
    /// A view of this table no longer fits the table behind it: its node has to make it anew.
    case viewInvalid(words: String)
    /// Deadlock or lock wait: the same work will succeed when tried again.
    case retry(words: String)
    /// MariaDB refused for another reason.
    case refused(number: UInt32, words: String)

    /// The words of MariaDB or of the system.
    package var words: String {
        switch self {
        case .unreachable(_, let words), .viewInvalid(let words), .retry(let words), .refused(_, let words): words
        }
    }
}
