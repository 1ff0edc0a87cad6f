/// Why calls were not kept or cannot be read. Whatever the reason, of a batch nothing was kept, unless the connection
/// broke at its very end: then the reading tells.
package enum CallStoreFailure: Error, Sendable, Hashable {
    /// Somebody else kept a batch meanwhile, or one was kept whose receipt was lost: begin from the reading anew.
    case moved
    /// The same batch may succeed when tried again.
    case retry(words: String)
    /// The database does not answer.
    case unavailable(words: String)
    /// The database refused; MariaDB's words.
    case database(words: String)

    /// What failed, for an operator.
    package var words: String {
        switch self {
        case .moved: "another reader was here"
        case .retry(let words), .unavailable(let words), .database(let words): words
        }
    }
}
