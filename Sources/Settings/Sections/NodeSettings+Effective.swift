import Vocabulary

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

    /// The certificate that phones are shown.
    package var provisioningCertificate: String { provisioning.certificate ?? stateFolder + "/tls/node-cert.pem" }

    /// The key of that certificate.
    package var provisioningPrivateKey: String { provisioning.privateKey ?? stateFolder + "/tls/node-key.pem" }

    /// The Primary as phones reach it; nil where this node is the Secondary and alone.
    package var phonesPrimaryHost: String? { provisioning.primaryHost ?? (mode == .primary ? localHost : remoteHost) }

    /// The Secondary as phones reach it; nil where this node is the Primary and alone.
    package var phonesSecondaryHost: String? {
        provisioning.secondaryHost ?? (mode == .secondary ? localHost : remoteHost)
    }

    private var privateDatabase: PrivateDatabaseSettings {
        switch database {
        case .privateServer(let settings): settings
        case .namedServer: PrivateDatabaseSettings()
        }
    }
}
