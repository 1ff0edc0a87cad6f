import Hummingbird
import Logging

extension ApplicationConfiguration {
    /// A server that holds a limited number of connections.
    static func limited(address: BindAddress, logger: Logger) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: address,
            availableConnectionsDelegate: .maximum(APILimits.connectionsMax, logger: logger.forLibrary))
    }
}
