/// The hardware address of a phone or gateway: 48 bits, by which it asks for its file and is told from all others.
package struct HardwareAddress: Sendable, Hashable {
    /// Its digits in lower case without separators: `001565abcdef`.
    package let digits: String

    /// How many digits it has.
    package static let digitCount = 12

    /// Reads the usual spellings: `00:15:65:AB:CD:EF`, with hyphens, with dots, or without anything between.
    /// Addresses of groups (an odd first byte) and the address of zeros belong to no device and are refused.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 17, let digits = Self.digits(of: text), digits.count == Self.digitCount else {
            return nil
        }
        let isGroup = digits.dropFirst().first?.hexDigitValue.map { $0 % 2 == 1 } ?? true
        guard !isGroup, digits.contains(where: { $0 != "0" }) else { return nil }
        self.digits = digits
    }

    /// The address that the six bytes of a database column hold; nil for another count.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count * 2 == Self.digitCount else { return nil }
        self.init(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    /// The address in pairs with colons, as people read it.
    package var withColons: String {
        stride(from: 0, to: Self.digitCount, by: 2).map { start in
            let rest = digits.dropFirst(start)
            return String(rest.prefix(2))
        }.joined(separator: ":")
    }

    private static func digits(of text: some StringProtocol) -> String? {
        var digits = ""
        for character in text {
            switch character {
            case ":", "-", ".": continue
            case "0"..."9", "a"..."f", "A"..."F": digits += character.lowercased()
            default: return nil
            }
        }
        return digits
    }
}

extension HardwareAddress: CustomStringConvertible {
    package var description: String { digits }
}
