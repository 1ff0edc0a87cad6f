/// What a daemon replies to a ``ControlRequest``.
package enum ControlReply: Sendable, Hashable {
    /// What was asked is done.
    case acknowledge
    /// What was asked was not done, and why.
    case failed(Failure)
    /// The reply to a hello: the same of the other side.
    case hello(ControlHello)
    /// Where the feed stands now.
    case settled(Settled)
    /// What was asked is under way.
    case progress(Progress)
    /// How far a repair has come, and whether it is finished.
    case repairing(Repairing)
    /// Whether everything of a scope is stored.
    case verdict(Verdict)
    /// What is to be told at once about ringing; the rest follows as requests.
    case ringing(RingingLetter)
}
