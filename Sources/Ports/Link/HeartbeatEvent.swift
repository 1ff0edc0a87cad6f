import Vocabulary

/// One thing that happened at the heartbeat's socket.
package enum HeartbeatEvent: Sendable, Hashable {
    /// A datagram arrived, from whomever.
    case received(ReceivedDatagram)
    /// A datagram longer than the limit arrived and was thrown away unread.
    case oversized(fromPeer: Bool, at: Instant)
    /// The socket is bound to this local UDP port.
    case opened(port: Int)
    /// A datagram could not be sent: `portClosed` where the peer's host said that nobody listens, else `silent` or
    /// `other`; with the system's words.
    case sendFailed(PathFailure, words: String, at: Instant)
    /// The socket cannot be bound or broke; it is tried again by itself.
    case closed(words: String, at: Instant)
}
