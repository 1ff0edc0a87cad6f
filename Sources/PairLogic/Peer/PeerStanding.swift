/// Whether this node is to have a peer at all.
package enum PeerStanding: Sendable, Hashable {
    /// The settings name no peer.
    case unconfigured
    /// An operator switched failover off. The paths are still watched.
    case disabled
    case active
}
