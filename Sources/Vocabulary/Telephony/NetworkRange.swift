/// Addresses that begin alike: `192.168.101.0/24`. An address alone is a network of one.
package struct NetworkRange: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let bitsMax = parts[0].isIPv4Address ? 32 : parts[0].isIPv6Address ? 128 : 0
        let bits = parts.count == 2 ? Int(parts[1]) : bitsMax
        guard bitsMax > 0, parts.count <= 2, let bits, (0...bitsMax).contains(bits) else { throw .notANetwork(text) }
        description = "\(parts[0])/\(bits)"
    }

    /// The private networks of RFC 1918.
    package static let privateNetworks: [NetworkRange] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap {
        try? NetworkRange($0)
    }
}
