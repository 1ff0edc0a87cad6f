/// One way to see the peer. Each is probed by itself, so that what still works tells what is broken.
package enum PathName: String, Sendable, Hashable, Codable, CaseIterable {
    /// Signed datagrams, UDP 65000.
    case heartbeat
    /// The authenticated connection between the daemons, TCP 3081.
    case control
    /// The peer's MariaDB: login and a read, TCP 3306.
    case database
    /// The peer trunk `comxfailoverconnecter`, as Asterisk reports it.
    case trunk
    /// Optional third hosts: is it this node that is cut off?
    case witness
}
