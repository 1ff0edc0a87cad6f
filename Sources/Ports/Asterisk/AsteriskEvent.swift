import Wire

/// What a consumer of Asterisk's events is told.
package enum AsteriskEvent: Sendable, Hashable {
    /// The situation changed, or is told for the first time. After `running` everything that Asterisk forgets when it
    /// starts must be told it again.
    case situation(AsteriskSituation)
    /// Something happened in Asterisk.
    case happened(AMIEvent)
    /// Events were lost because this consumer was too slow: what it knows may be wrong.
    case missed
}
