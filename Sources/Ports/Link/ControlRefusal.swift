/// Why the control port turned somebody away.
package enum ControlRefusal: Sendable, Hashable {
    /// It did not come from the peer's address.
    case foreignAddress(String)
    /// It could not prove the secret, or did not accept our proof.
    case secretMismatch
    /// TLS could not be agreed on for another reason.
    case encryption(String)
    /// More connections than the limit.
    case tooManyConnections
    /// It sent what is no request: too long, broken, or of an unknown protocol.
    case badFrame(String)
}
