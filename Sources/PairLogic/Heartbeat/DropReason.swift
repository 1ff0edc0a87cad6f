/// Why a datagram was thrown away. The raw value is the stable word in JSON and metrics.
package enum DropReason: String, Sendable, Hashable, CaseIterable {
    case truncated
    case oversized
    case badMagic = "bad-magic"
    case foreignPair = "foreign-pair"
    case forged
    case replayed
    /// Authentic, but its run has not yet echoed us: a recording, or a peer that does not hear us.
    case unproven
    /// Authentic and new, but overtaken by a newer one.
    case late
    case protocolUnknown = "protocol-unknown"
    case malformed
    /// Our own datagram came back.
    case ownReflection = "own-reflection"
}
