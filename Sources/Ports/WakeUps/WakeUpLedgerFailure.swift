import Vocabulary

/// Why lines of the wake-up ledger were not kept, or cannot be read. Of a batch nothing was kept then, unless the
/// connection broke at its very end: a numbered batch is simply offered again.
package enum WakeUpLedgerFailure: Error, Sendable, Hashable {
    /// The other node owns the guest scope.
    case notOwner(Mode)
    /// The same may succeed when tried again.
    case retry(words: String)
    /// The database does not answer.
    case unavailable(words: String)
    /// The database refused; MariaDB's words.
    case database(words: String)

    /// What failed, for an operator.
    package var words: String {
        switch self {
        case .notOwner(let owner): "wake-ups are changed on the \(owner), which owns the guest scope"
        case .retry(let words), .unavailable(let words), .database(let words): words
        }
    }
}
