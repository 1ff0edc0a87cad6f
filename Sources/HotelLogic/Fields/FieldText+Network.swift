/// Addresses and what belongs to them.
extension FieldText {
    /// An IPv4 or IPv6 address in digits.
    package func address() throws(FieldFault) -> String {
        guard Self.isIPv4(text[...]) || Self.isIPv6(text[...]) else {
            throw fault("\(quoted) is not an IP address, such as 192.0.2.10 or 2001:db8::10")
        }
        return text
    }

    /// An IP address or the name of a host.
    package func host() throws(FieldFault) -> String {
        if Self.isIPv4(text[...]) || Self.isIPv6(text[...]) { return text }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isName =
            (1...253).contains(text.utf8.count)
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { $0.isLetterOrDigit || $0 == "-" }
            } && labels.last?.allSatisfy(\.isNumber) == false
        guard isName else { throw fault("\(quoted) is neither an IP address nor the name of a host") }
        return text
    }

    /// A network: an address, a stroke and how many bits of it are meant.
    package func network() throws(FieldFault) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let bitsMax = Self.isIPv4(parts[0]) ? 32 : Self.isIPv6(parts[0]) ? 128 : -1
        guard parts.count <= 2, bitsMax > 0,
            parts.count == 1 || Int(parts[1]).map({ (0...bitsMax).contains($0) }) == true
        else { throw fault("\(quoted) is not a network, such as 192.168.101.0/24") }
        return parts.count == 2 ? text : "\(text)/\(bitsMax)"
    }

    /// A hardware address in any usual spelling, as 12 small hexadecimal digits.
    package func hardwareAddress() throws(FieldFault) -> String {
        let digits = text.lowercased().filter { $0 != ":" && $0 != "-" && $0 != "." }
        guard digits.utf8.count == 12, digits.unicodeScalars.allSatisfy({ $0.properties.isASCIIHexDigit }) else {
            throw fault("\(quoted) is not a hardware address, such as 00:15:65:12:34:56")
        }
        return digits
    }

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
                    && UInt8(part) != nil && (part.count == 1 || part.first != "0")
            }
    }

    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: false) }.filter {
            !$0.isEmpty
        }
        guard text.contains(":"), !text.contains(":::"), halves.count <= 2 else { return false }
        let isWhole = halves.count == 2 ? groups.count <= 7 : groups.count == 8
        let edges = halves.allSatisfy { !$0.hasPrefix(":") && !$0.hasSuffix(":") }
        return isWhole && edges
            && groups.allSatisfy {
                $0.utf8.count <= 4 && $0.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
            }
    }
}
