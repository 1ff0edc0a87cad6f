/// A way to carry speech, by the name that SDP gives it, in lower case.
package enum PhoneCodec: String, Sendable, Hashable, CaseIterable {
    case pcmu
    case pcma
    case g722
    case g729
    case opus

    /// The number of its RTP payload; Grandstream devices name codecs by it. Opus has none of
    /// its own; 123 is theirs.
    package var payloadType: Int {
        switch self {
        case .pcmu: 0
        case .pcma: 8
        case .g722: 9
        case .g729: 18
        case .opus: 123
        }
    }
}
