import NIOCore
import NIOPosix

/// Turns hosts into addresses, off the event loops.
enum AddressBook {
    /// The address of `host`, which is a numeric address or a name that this machine can resolve.
    static func address(of host: String, port: Int) async throws -> SocketAddress {
        if let address = try? SocketAddress(ipAddress: host, port: port) { return address }
        return try await NIOThreadPool.singleton.runIfActive {
            try SocketAddress.makeAddressResolvingHost(host, port: port)
        }
    }

    /// Whether two addresses mean the same host, whatever their ports.
    static func sameHost(_ left: SocketAddress?, _ right: SocketAddress?) -> Bool {
        guard let left = left?.ipAddress, let right = right?.ipAddress else { return false }
        return left == right
    }
}
