/// Section `ports`: where this node listens. Every number is from 1 to 65535 and used once.
package struct PortSettings: Sendable, Equatable {
    /// `ports.heartbeat`: UDP, on the local host. Default 65000.
    package var heartbeat: UInt16 = 65000
    /// `ports.control`: TCP with TLS, on the local host. Default 3081.
    package var control: UInt16 = 3081
    /// `ports.metrics`: TCP, the page that Prometheus reads. Default 9464.
    package var metrics: UInt16 = 9464
    /// `ports.metrics_address`: the address the metrics page listens on. Default `127.0.0.1`.
    package var metricsAddress = "127.0.0.1"
    /// `ports.provisioning`: TCP with TLS, where phones and gateways fetch their files. Default 8444.
    package var provisioning: UInt16 = 8444
    /// `ports.provisioning_address`: the address that they fetch them from. Default `0.0.0.0`, every one of this host.
    package var provisioningAddress = "0.0.0.0"
    /// `ports.console_socket`: the Unix socket on which the verbs reach the daemon, an absolute path of at most
    /// `socketPathMax` bytes. Default: `comxfailover.sock` in the state folder.
    package var consoleSocket: String?

    /// What the kernel allows for the path of a Unix socket, in bytes.
    package static let socketPathMax = 107

    package init() {}
}
