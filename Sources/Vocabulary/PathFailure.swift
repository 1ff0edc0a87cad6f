/// Why a probe of a path failed, in the terms that diagnosis needs. The words travel beside it.
package enum PathFailure: String, Sendable, Hashable, Codable {
    /// No answer in time, no route: nobody is there, or the way is cut.
    case silent
    /// The host answered that nothing listens on the port.
    case portClosed
    /// The peer could not prove the secret, or refused ours.
    case secretMismatch
    /// The database refused the account, its password or its address.
    case databaseAccessDenied
    /// The database let us in but not to the feed's views.
    case databaseGrantMissing
    /// TLS could not be agreed on.
    case encryption
    /// The peer speaks a protocol this node does not.
    case protocolTooNew
    /// Anything else; the words say what.
    case other
}
