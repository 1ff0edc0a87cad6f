import Vocabulary

/// Everything an operator may choose for one node: the whole settings file, defaults filled in.
package struct NodeSettings: Sendable, Equatable {
    /// `mode`: `primary` or `secondary`. Required. A pair has one of each.
    package var mode: Mode = .primary
    /// `local_host`: the address of this server that the peer reaches. Required. Peer ports listen here only.
    package var localHost = ""
    /// `remote_host`: the address of the other server. Without it the node runs alone and copies nothing.
    package var remoteHost: String?
    /// `secret` or `secret_file`: what proves one node to the other, at least 128 bits. Required, the same on both.
    package var secret = SecretText("")
    /// `previous_secret` or `previous_secret_file`: also accepted while the secret is being replaced. Default: none.
    package var previousSecret: SecretText?
    /// `state_folder`: where the node keeps what it must remember. Default `/var/lib/comxfailover`.
    package var stateFolder = "/var/lib/comxfailover"
    package var property = PropertySettings()
    package var ports = PortSettings()
    package var peerPorts = PeerPortSettings()
    package var database = DatabaseSettings.privateServer(PrivateDatabaseSettings())
    package var heartbeat = HeartbeatSettings()
    package var failover = FailoverSettings()
    package var replication = ReplicationSettings()
    /// `witnesses`: third hosts, as `host:port` over TCP, that tell whether it is this node that is cut off.
    /// At most `witnessesMax`. Default: none.
    package var witnesses: [HostAndPort] = []
    package var asterisk = AsteriskSettings()
    package var guests = GuestSettings()
    package var wakeUps = WakeUpSettings()
    package var provisioning = ProvisioningSettings()
    package var log = LogSettings()

    /// The most witnesses a node asks.
    package static let witnessesMax = 8

    package init() {}
}
