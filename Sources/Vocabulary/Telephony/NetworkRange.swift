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

    /// Whether an IPv4 address lies in it; of IPv6 only the very address is known.
    package func contains(_ address: HostAddress) -> Bool {
        let parts = description.split(separator: "/").map(String.init)
        guard let own = Self.number(parts[0]), let other = Self.number(address.description) else {
            return parts[0] == address.description
        }
        let bits = Int(parts[1]) ?? 32
        return bits == 0 || (own ^ other) >> UInt32(32 - bits) == 0
    }

    /// An IPv4 address as one number; nil for anything else.
    private static func number(_ text: String) -> UInt32? {
        guard text.isIPv4Address else { return nil }
        return text.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) }
    }

    /// The private networks of RFC 1918.
    package static let privateNetworks: [NetworkRange] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap {
        try? NetworkRange($0)
    }
}
