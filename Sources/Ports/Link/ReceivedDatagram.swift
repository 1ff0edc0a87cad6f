import Vocabulary

/// One datagram as it came in, within the length limit and otherwise unchecked.
package struct ReceivedDatagram: Sendable, Hashable {
    package let bytes: [UInt8]
    /// Whether it claims to come from the peer's address. Addresses can be forged; the signature decides.
    package let fromPeer: Bool
    package let receivedAt: Instant

    package init(bytes: [UInt8], fromPeer: Bool, receivedAt: Instant) {
        self.bytes = bytes
        self.fromPeer = fromPeer
        self.receivedAt = receivedAt
    }
}
