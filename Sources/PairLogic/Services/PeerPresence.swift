/// The peer as duties and ownership take it: whether it is there, and what it is able to do.
package enum PeerPresence: Sendable, Hashable {
    /// The settings name no peer.
    case unconfigured
    /// The truth is not known: this node was started a moment ago and has not heard the peer yet, or hears it without
    /// understanding it. Becomes `heard`, or `unheard` when the boot wait is over.
    case unknown
    /// Its daemon is heard.
    case heard(NodeAbility)
    /// Its daemon is not heard. Its Asterisk may answer all the same.
    case unheard(asteriskAnswers: Bool)
}
