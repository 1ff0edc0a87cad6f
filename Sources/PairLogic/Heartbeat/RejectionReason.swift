/// Why something that came from the peer's own address was not believed. Each is evidence of its own.
package enum RejectionReason: Sendable, Hashable {
    /// The signature does not fit, though the pair does.
    case forged
    /// It is signed under another pair: with another secret.
    case foreignPair
    /// Whoever connected to the control port could not prove the secret, or did not accept our proof.
    case proofRefused
    /// It is authentic, in a protocol version that this node does not understand. The peer's daemon is alive.
    case protocolUnknown(theirs: UInt16)
}

extension RejectionReason {
    /// How it is counted, where it was a datagram.
    var dropReason: DropReason? {
        switch self {
        case .forged: .forged
        case .foreignPair: .foreignPair
        case .proofRefused: nil
        case .protocolUnknown: .protocolUnknown
        }
    }
}
