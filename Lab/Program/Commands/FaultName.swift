import ArgumentParser
import LabKit
import Vocabulary

/// How a fault is named on the command line, such as `link` or `asterisk secondary`.
enum FaultName: String, CaseIterable, ExpressibleByArgument {
    case link
    case uplink
    case host
    case asterisk
    case mariadb
    case daemon

    /// What a kill of it is.
    func dead(_ mode: Mode) throws -> LabFault {
        switch self {
        case .host: .hostDead(mode)
        case .asterisk: .asteriskDead(mode)
        case .mariadb: .databaseDead(mode)
        case .daemon: .daemonDead(mode)
        case .link, .uplink: throw ValidationError("A cable is cut, not killed: cut \(rawValue)")
        }
    }

    /// What standing still of it is.
    func frozen(_ mode: Mode) throws -> LabFault {
        switch self {
        case .mariadb: .databaseFrozen(mode)
        case .daemon: .daemonFrozen(mode)
        case .link, .uplink, .host, .asterisk: throw ValidationError("Only the daemon and MariaDB can be frozen")
        }
    }

    /// Which cable it is.
    func cut() throws -> LabFault {
        switch self {
        case .link: .peerLinkCut
        case .uplink: .uplinkCut
        case .host, .asterisk, .mariadb, .daemon: throw ValidationError("It is no cable: kill \(rawValue) primary")
        }
    }
}
