import HostSystem
import NodeServices
import Ports
import Settings
import Vocabulary

/// What serves the guests: the desk of stays and wake-ups.
struct GuestParts {
    let desk: GuestDesk

    /// - Parameter hasPeer: whether there is one to keep a copy.
    init(node: Node, databases: NodeDatabases, hasPeer: Bool) {
        desk = GuestDesk(
            store: databases.guestStore(), board: node.board, clock: node.clock,
            zone: ZoneFile.rules(named: node.settings.property.timeZone) ?? .utc, hasPeer: hasPeer)
    }
}
