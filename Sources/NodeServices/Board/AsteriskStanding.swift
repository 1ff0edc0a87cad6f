import Ports

/// What the telephony service knows of what its Asterisk was given; it writes this, the console reads it.
package struct AsteriskStanding: Sendable, Hashable {
    /// The rendering that the tables come to.
    package var generationWanted: String?
    /// The last time that Asterisk did not take what it was given.
    package var lastRefusal: AsteriskReport.Refusal?

    package init() {}
}
