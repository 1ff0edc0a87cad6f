/// A random 64-bit identity, written as sixteen hexadecimal digits.
package protocol HexIdentity: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible
where RawValue == UInt64 {
    init(rawValue: UInt64)
}

extension HexIdentity {
    package var description: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The identity that `text` spells, or nil where it is not hexadecimal.
    package init?(hex text: String) {
        guard let value = UInt64(text, radix: 16) else { return nil }
        self.init(rawValue: value)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = UInt64(text, radix: 16) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected 16 hexadecimal digits, found \(text)")
            )
        }
        self.init(rawValue: value)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
