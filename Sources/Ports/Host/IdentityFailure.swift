/// Why the node's identity could not be read or made; each case carries a sentence for an operator.
package enum IdentityFailure: Error, Sendable, Hashable {
    /// The file is there and is not what this program writes.
    case broken(String)
    /// The file could not be read or written.
    case unavailable(String)
}

extension IdentityFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .broken(let words), .unavailable(let words): words
        }
    }
}
