/// The name of a replicated option: lower-case letters, digits and hyphens, 1 to 40 characters, a letter first.
package struct ItemName: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package static let lengthMax = 40

    package let description: String

    /// The name that `text` spells, or nil where it breaks the rule above.
    package init?(_ text: String) {
        guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return nil }
        guard text.unicodeScalars.count <= Self.lengthMax else { return nil }
        let allowed = text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        guard allowed else { return nil }
        description = text
    }

    /// A name written in the source code; a bad one is a mistake of ours.
    package init(literal text: StaticString) {
        guard let name = ItemName(text.description) else { preconditionFailure("not an item name: \(text)") }
        self = name
    }

    package static func < (left: ItemName, right: ItemName) -> Bool { left.description < right.description }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let name = ItemName(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an item name: \(text)"))
        }
        self = name
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
