/// Section `peer_ports`: where the peer listens. What is not set is the same as on this node; set them where two
/// nodes share one machine or a firewall maps ports.
package struct PeerPortSettings: Sendable, Equatable {
    /// `peer_ports.heartbeat`: UDP, 1 to 65535. Default: this node's `ports.heartbeat`.
    package var heartbeat: UInt16?
    /// `peer_ports.control`: TCP, 1 to 65535. Default: this node's `ports.control`.
    package var control: UInt16?
    /// `peer_ports.database`: TCP, 1 to 65535. Default: the port of this node's own database.
    package var database: UInt16?

    package init() {}
}
