import Foundation

/// The rule for what may stand where a host is asked for: an IPv4 or IPv6 address, or a name.
enum HostName {
    /// The longest name that DNS allows.
    static let lengthMax = 253

    static func isSound(_ text: String) -> Bool {
        guard (1...lengthMax).contains(text.utf8.count) else { return false }
        if text.contains(":") { return isAddress(text, family: AF_INET6) }
        let digitsAndDots = text.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
        return digitsAndDots ? isAddress(text, family: AF_INET) : isName(text)
    }

    /// Whether `text` stands for every address of the machine rather than for one of them.
    static func isWildcard(_ text: String) -> Bool { ["0.0.0.0", "::", "*"].contains(text) }

    private static func isAddress(_ text: String, family: Int32) -> Bool {
        var bytes = in6_addr()
        return inet_pton(family, text, &bytes) == 1
    }

    private static func isName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else { return false }
            return label.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
        }
    }
}
