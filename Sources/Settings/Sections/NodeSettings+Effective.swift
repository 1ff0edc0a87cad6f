extension NodeSettings {
    /// The Unix socket on which the verbs reach the daemon.
    package var consoleSocket: String { ports.consoleSocket ?? stateFolder + "/comxfailover.sock" }

    /// The data folder of the private MariaDB, whether or not one is used.
    package var privateDatabaseFolder: String { privateDatabase.folder ?? stateFolder + "/mariadb" }

    /// The address on which the private MariaDB listens for the peer.
    package var privateDatabaseBindAddress: String { privateDatabase.bindAddress ?? localHost }

    /// The UDP port on which the peer hears heartbeats.
    package var peerHeartbeatPort: UInt16 { peerPorts.heartbeat ?? ports.heartbeat }

    /// The TCP port of the peer's control path.
    package var peerControlPort: UInt16 { peerPorts.control ?? ports.control }

    /// The TCP port of the peer's MariaDB.
    package var peerDatabasePort: UInt16 { peerPorts.database ?? database.port }

    private var privateDatabase: PrivateDatabaseSettings {
        switch database {
        case .privateServer(let settings): settings
        case .namedServer: PrivateDatabaseSettings()
        }
    }
}
