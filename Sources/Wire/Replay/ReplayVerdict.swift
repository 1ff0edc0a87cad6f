/// What a ``ReplayGuard`` says of an authentic datagram.
package enum ReplayVerdict: Sendable, Hashable {
    /// It is from a run that has proven to be alive now. `fresh` means the newest of its run so far; otherwise it
    /// came out of order, and what it says of heads and ownership is older than what is known.
    case accepted(fresh: Bool)
    /// It was received before, or is too old to tell.
    case replayed
    /// Its run has not yet answered any of our own recent heartbeats: it may be a recording of an older run.
    /// It proves nothing; echoing it lets a living sender prove itself.
    case unproven
}
