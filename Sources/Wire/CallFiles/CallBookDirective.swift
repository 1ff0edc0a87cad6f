/// What the book of open legs wants done.
package enum CallBookDirective: Sendable, Hashable {
    /// Keep this leg as open, durably.
    case opened(OpenLeg)
    /// It is not open any more: it ended as it should.
    case closed(uniqueID: String)
    /// Asterisk died under it and wrote no call record: close it as interrupted, for review.
    case interrupted(OpenLeg)
    /// More legs are open than any Asterisk carries: the oldest is given up unseen.
    case givenUp(OpenLeg)
}
