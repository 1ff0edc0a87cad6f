import LabKit
import MariaStore

/// Where the files of a node lie.
struct NodePlace: Sendable, Hashable {
    let settingsFile: String
    let stateFolder: String
    let log: String

    /// The private MariaDB that the node starts there.
    var server: PrivateServer { PrivateServer(folder: stateFolder + "/mariadb", port: nil) }

    /// The database's log, while the node's folder is there.
    var databaseLog: String { server.logFile }
}

extension NodePlace {
    /// A node that lives on a host of the lab.
    init(_ host: LabHost) {
        settingsFile = host.node.settingsFile
        stateFolder = host.node.state
        log = host.node.logFile
    }
}
