import Vocabulary

/// What one scope's machine is doing.
package enum ReignState: Sendable, Hashable {
    /// What is stored is not known: the daemon was just started, or an attempt to store ended in the dark. It is read
    /// at `retryAt`; nil while it is being read. Becomes `settled`.
    case unread(retryAt: Instant?)
    /// Nothing is under way.
    case settled
    /// A record is being stored. Becomes `settled`, or `unread` where that failed.
    case storing(ReignRecord, ReignChange)
    /// A giveback, before its barrier: the home node comes near while programs go on writing. Becomes `closing`, or
    /// `settled` where it is given up.
    case catchingUp(Handover)
    /// The barrier waits for open writers. Becomes `draining`, or `unread` where that failed.
    case closing(Handover)
    /// Behind the barrier: the home node reads the rest. Becomes `storing` at the commit point, else `reopening`.
    case draining(Handover, end: FeedMark)
    /// The barrier goes down again, since nothing was committed. Becomes `settled`, or `unread` where that failed.
    case reopening
}
