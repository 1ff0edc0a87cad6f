/// Where a change is kept by the time it is answered.
package struct Safety: Sendable, Hashable, Codable {
    /// The peer has it as well: whichever of the two servers dies, it is not lost.
    package let isOnBoth: Bool
    /// Why it is only here; nil where it is on both.
    package let reason: String?

    private init(isOnBoth: Bool, reason: String?) {
        self.isOnBoth = isOnBoth
        self.reason = reason
    }

    package static let both = Safety(isOnBoth: true, reason: nil)
    package static func here(_ reason: String) -> Safety { Safety(isOnBoth: false, reason: reason) }

    /// As people are told: `safe on both`, or `here only` with the reason.
    package var words: String { isOnBoth ? "safe on both" : "here only: \(reason ?? "nothing is known of the peer")" }
}
