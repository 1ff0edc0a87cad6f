import Vocabulary

/// Remembers for a while what came from the peer's address and was not believed.
struct RejectionWatch: Sendable, Hashable {
    /// More than this many are not told apart.
    static let countMax = 16

    /// Oldest first.
    private var refused: [Instant] = []
    private var unknownProtocol: UInt16?
    private(set) var unknownProtocolAt: Instant?

    mutating func rejected(_ reason: RejectionReason, at now: Instant) {
        switch reason {
        case .forged, .foreignPair, .proofRefused:
            if refused.count == Self.countMax { refused.removeFirst() }
            refused.append(now)
        case .protocolUnknown(let theirs):
            unknownProtocol = theirs
            unknownProtocolAt = now
        }
    }

    /// An understood heartbeat came: what was not understood before is history.
    mutating func understood() { (unknownProtocol, unknownProtocolAt) = (nil, nil) }

    /// How often something was signed or proved with another secret in the last `memory`.
    func refusedCount(within memory: Duration, at now: Instant) -> Int {
        refused.count { now - $0 < memory }
    }

    /// The peer's protocol version, where it spoke one we do not know in the last `memory`.
    func protocolUnknown(within memory: Duration, at now: Instant) -> UInt16? {
        guard let at = unknownProtocolAt, now - at < memory else { return nil }
        return unknownProtocol
    }
}
