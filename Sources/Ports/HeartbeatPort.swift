import Vocabulary

/// The door to the peer for single datagrams: unordered, unacknowledged, sometimes lost.
///
/// It knows nothing of signatures or meaning; who sent a datagram is decided by its signature, not by its address.
package protocol HeartbeatPort: Sendable {
    /// What happened at the socket, oldest first, for one consumer. It is bounded: where the consumer is too slow the
    /// oldest event is thrown away and counted. It ends when the port is closed for good.
    var events: AsyncStream<HeartbeatEvent> { get }
    /// Sends one datagram to the peer and returns at once. A failure comes back as an event; loss does not.
    func send(_ datagram: [UInt8])
    /// How many events were thrown away because nobody took them.
    var eventsDropped: UInt64 { get }
}
