import Vocabulary

/// What can go wrong in the lab. Each of them can be healed.
package enum LabFault: Sendable, Hashable, CustomStringConvertible {
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

    /// What is wrong, for a line of a report.
    package var description: String {
        switch self {
        case .peerLinkCut: "the link between the servers is cut"
        case .uplinkCut: "the uplink is cut"
        case .hostDead(let mode): "the \(mode) has no power"
        case .asteriskDead(let mode): "Asterisk of the \(mode) is dead"
        case .databaseDead(let mode): "MariaDB of the \(mode) is dead"
        case .daemonDead(let mode): "the daemon of the \(mode) is dead"
        case .daemonFrozen(let mode): "the daemon of the \(mode) is frozen"
        case .databaseFrozen(let mode): "MariaDB of the \(mode) is frozen"
        }
    }
}
