import Vocabulary

/// Why a datagram is not a heartbeat of the peer. Each is a reason to drop it and count it.
package enum HeartbeatDecodingError: Error, Sendable, Hashable {
    /// Shorter than its own header says, or than any heartbeat.
    case truncated(bytes: Int)
    /// Larger than any heartbeat; nothing of it was read.
    case oversized(bytes: Int)
    /// It does not begin as a heartbeat does.
    case badMagic
    /// It is signed for another pair: another hotel, or another secret.
    case foreignPair(PairID)
    /// The signature does not fit any of our keys.
    case forged
    /// Authentic, and in a version above those we understand.
    case protocolTooNew(theirs: UInt16)
    /// Authentic, and in a version below those we understand.
    case protocolTooOld(theirs: UInt16)
    /// Authentic, yet a field holds what it never may.
    case malformed(HeartbeatField)
}
