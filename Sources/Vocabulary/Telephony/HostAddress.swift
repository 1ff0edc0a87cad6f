/// Where something listens: an IPv4 or IPv6 address, or the name of a host.
package struct HostAddress: Sendable, Hashable, CustomStringConvertible {
    package static let lengthMax = 253

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        guard text.isIPv4Address || text.isIPv6Address || Self.isHostName(text) else { throw .notAHost(text) }
        description = text
    }

    package var isIPv6: Bool { description.isIPv6Address }

    /// As it stands in a SIP address: IPv6 between brackets.
    package var inURI: String { isIPv6 ? "[\(description)]" : description }

    private static func isHostName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...lengthMax).contains(text.utf8.count), let last = labels.last else { return false }
        let areSound = labels.allSatisfy { label in
            String(label).isMade(of: 1...63) { $0.isLetterOrDigit || $0 == "-" }
                && label.first != "-" && label.last != "-"
        }
        return areSound && !last.unicodeScalars.allSatisfy(\.isDigit)
    }
}
