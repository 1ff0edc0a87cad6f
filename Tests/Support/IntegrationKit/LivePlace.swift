import Glibc

/// Where a node of a test listens: a loopback address that no other test uses.
package struct LivePlace: Sendable, Hashable {
    package static let heartbeatPort: UInt16 = 26_500
    package static let controlPort: UInt16 = 23_081
    package static let databasePort: UInt16 = 23_306
    package static let metricsPort: UInt16 = 29_464
    package static let provisioningPort: UInt16 = 28_444

    package let host: String

    /// The addresses of a Primary and a Secondary on which nobody listens.
    ///
    /// - Parameter number: no other pair of this process that lives now has it.
    package static func freshPair(_ number: Int) throws -> (primary: LivePlace, secondary: LivePlace) {
        let third = Int(getpid()) % 250 + 1
        for attempt in 0..<5 {
            let fourth = (number + attempt * 50) % 250 + 1
            let primary = LivePlace(host: "127.31.\(third).\(fourth)")
            let secondary = LivePlace(host: "127.32.\(third).\(fourth)")
            if primary.isFree, secondary.isFree { return (primary, secondary) }
        }
        throw LiveFailure.noAddress
    }

    private var isFree: Bool {
        [Self.controlPort, Self.databasePort, Self.metricsPort, Self.provisioningPort].allSatisfy { port in
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
            return SocketName(host: host, port: port).with { bind(descriptor, $0, $1) } == 0
        }
    }
}
