/// The limits of the provisioning service, by name.
package enum ProvisioningLimits {
    /// Wrong credentials for one device from one address before it must wait, then one a minute.
    package static let wrongPerDevice = 5
    /// Wrong credentials from one address before it must wait, then one a second.
    package static let wrongPerAddress = 100
    /// Files for one device before it must wait, then one every two seconds.
    package static let filesPerDevice = 30
    /// Seconds after which a device that must wait is told to try again.
    package static let retrySeconds = 60
    /// Connections at one time; more wait to be accepted. After a power cut all phones of a hotel ask at once.
    package static let connectionsMax = 256
    /// Seconds after which a connection without a request is closed.
    package static let idleSecondsMax: Int64 = 15
}
