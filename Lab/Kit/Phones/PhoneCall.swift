/// A call as one phone sees it.
package struct PhoneCall: Sendable, Hashable {
    package enum Phase: Sendable, Hashable {
        /// The other end rings; it may be speaking already.
        case ringing
        /// This end rings.
        case incoming
        case established
        case ended(reason: String)
    }

    package let id: String
    /// The account it runs on.
    package let account: String
    /// Who is at the other end, as the phone was told.
    package let peer: String
    package var phase: Phase

    package var hasEnded: Bool {
        switch phase {
        case .ended: true
        case .ringing, .incoming, .established: false
        }
    }
}
