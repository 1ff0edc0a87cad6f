import Vocabulary

/// What can go wrong in the lab. Each of them can be healed.
package enum LabFault: Sendable, Hashable {
    /// The way between the two servers is gone, and nothing else.
    case peerLinkCut
    /// The hotel's uplink is gone, and with it every name server.
    case uplinkCut
    /// A server lost its power: everything on it is gone, its tunnel too.
    case hostDead(Mode)
    /// Asterisk alone was killed.
    case asteriskDead(Mode)
    /// MariaDB alone was killed; its daemon starts it again.
    case databaseDead(Mode)
    /// The daemon alone was killed.
    case daemonDead(Mode)
    /// The daemon alone stands still, alive but deaf.
    case daemonFrozen(Mode)
    /// MariaDB alone stands still.
    case databaseFrozen(Mode)
}
