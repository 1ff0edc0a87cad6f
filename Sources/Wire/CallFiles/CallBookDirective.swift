/// What the book of open legs wants done.
package enum CallBookDirective: Sendable, Hashable {
    /// Keep this leg as open, durably.
    case opened(OpenLeg)
    /// It is not open any more.
    case closed(uniqueID: String)
    /// Asterisk died under a call and wrote no record of it: close it as interrupted, for review. The other is the leg
    /// that it had reached, where there was one.
    case interrupted(OpenLeg, other: OpenLeg?)
    /// More legs are open than any Asterisk carries: the oldest is given up unseen.
    case givenUp(OpenLeg)
}
