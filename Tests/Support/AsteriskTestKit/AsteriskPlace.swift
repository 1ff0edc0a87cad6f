import Glibc
import Synchronization

/// Where an Asterisk listens: one address, so that several live side by side with the usual ports.
package struct AsteriskPlace: Sendable, Hashable {
    package let host: String
    /// SIP over UDP and TCP.
    package let sipPort: UInt16
    package let managerPort: UInt16
    /// Where the daemon listens for FastAGI; Asterisk calls it.
    package let gatewayPort: UInt16

    package init(host: String, sipPort: UInt16 = 5060, managerPort: UInt16 = 5038, gatewayPort: UInt16 = 4573) {
        self.host = host
        self.sipPort = sipPort
        self.managerPort = managerPort
        self.gatewayPort = gatewayPort
    }

    /// Numbers the addresses, so that no two instances of this process get the same one.
    private static let drawn = Atomic<Int>(0)

    /// A loopback address on which nobody listens at this moment, and which this process has not given out lately.
    package static func fresh() throws(AsteriskKitFailure) -> AsteriskPlace {
        let third = Int(getpid()) % 250 + 1
        for _ in 0..<50 {
            let number = drawn.add(1, ordering: .relaxed).oldValue
            let place = AsteriskPlace(host: "127.\(40 + number / 250 % 80).\(third).\(number % 250 + 1)")
            if place.isFree { return place }
        }
        throw .noAddress
    }

    /// Whether somebody takes calls of the manager there.
    var hasManager: Bool { reaches(managerPort, connect) }

    private var isFree: Bool { [sipPort, managerPort, gatewayPort].allSatisfy { reaches($0, bind) } }

    /// Whether a socket can be connected or bound to a port here.
    private func reaches(
        _ port: UInt16, _ operation: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { operation(descriptor, $0, length) == 0 }
        }
    }
}
