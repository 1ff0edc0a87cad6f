/// What is known of one path to the peer.
package enum PathState: String, Sendable, Hashable, Codable {
    /// Never tried, or not set up on this node.
    case unknown
    /// The last probe succeeded in time.
    case up
    /// Late against the learned rhythm; not yet called down.
    case suspect
    /// The last probes failed.
    case down
}
