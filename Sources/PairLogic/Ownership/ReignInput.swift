import Vocabulary

/// Everything that may happen to one scope's machine.
package enum ReignInput: Sendable, Hashable {
    /// What is stored, read behind every transaction that might still change it.
    case loaded(ReignRecord)
    case loadFailed(String)
    /// An attempt to store ended, and this is what is stored now.
    case stored(ReignRecord)
    /// It is not known what is stored now.
    case storeFailed(String)
    /// The barrier is up, no writer is behind it, and this is where the feed ends.
    case barrierRaised(end: FeedMark)
    /// It could not be put up; the words name the transaction that held it up.
    case barrierRefused(String)
    case barrierLowered
    case barrierStuck(String)
    /// The database is back after it was away, and may be an older one.
    case databaseReturned

    /// A heartbeat, or a message over control, told of the peer's stored reign.
    case heard(Ownership)
    case peerStands(PeerPresence, isSeeingEachOther: Bool)
    case answered(HandoverQuestion, HandoverVerdict)
    /// The question or its answer was lost.
    case unanswered(HandoverQuestion, String)

    case ableTo(NodeAbility)
    case takeoverWanted(isForced: Bool)
    case givebackWanted(ReignOrigin)
    /// An operator changed their mind; after the commit point it changes nothing.
    case givebackStopped
    case tick
}
