import Glibc

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

    /// A loopback address on which nobody listens at this moment.
    package static func fresh() throws(AsteriskKitFailure) -> AsteriskPlace {
        let third = Int(getpid()) % 250 + 1
        for _ in 0..<50 {
            let place = AsteriskPlace(host: "127.\(Int.random(in: 40...120)).\(third).\(Int.random(in: 1...250))")
            if place.isFree { return place }
        }
        throw .noAddress
    }

    private var isFree: Bool {
        [sipPort, managerPort, gatewayPort].allSatisfy { port in
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            inet_pton(AF_INET, host, &address.sin_addr)
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
            }
        }
    }
}
