import Vocabulary

/// What signs and checks the heartbeats of one secret. A node that changes its secret holds two for a while.
package struct HeartbeatKey: Sendable, Hashable, CustomStringConvertible {
    /// Travels in the clear, so that a stranger's datagram is told from a forged one.
    package let pair: PairID
    let bytes: [UInt8]

    package init(pair: PairID, bytes: [UInt8]) {
        self.pair = pair
        self.bytes = bytes
    }

    /// Shows the pair and never the key.
    package var description: String { "heartbeat key of pair \(pair)" }
}
