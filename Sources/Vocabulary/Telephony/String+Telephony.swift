extension String {
    /// Whether it has so many characters, all of the kind.
    func isMade(of lengths: ClosedRange<Int>, _ isAllowed: (Unicode.Scalar) -> Bool) -> Bool {
        lengths.contains(unicodeScalars.count) && unicodeScalars.allSatisfy(isAllowed)
    }

    var isIPv4Address: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 4
            && parts.allSatisfy {
                $0.isMade(of: 1...3, \.isDigit) && UInt8($0) != nil && ($0.count == 1 || $0.first != "0")
            }
    }

    var isIPv6Address: Bool {
        let halves = split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: false) }.filter {
            !$0.isEmpty
        }
        guard contains(":"), !contains(":::"), halves.count <= 2 else { return false }
        let isWhole = halves.count == 2 ? groups.count <= 7 : groups.count == 8
        let edges = halves.allSatisfy { !$0.hasPrefix(":") && !$0.hasSuffix(":") }
        return isWhole && edges && groups.allSatisfy { String($0).isMade(of: 1...4, \.isHexDigit) }
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    /// A key of a telephone.
    var isKey: Bool { isDigit || self == "*" || self == "#" }
    var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isLetterOrDigit: Bool { isLetter || isDigit }
    var isHexDigit: Bool { isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self) }
}
