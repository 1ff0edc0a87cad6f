/// The number of an extension or of a ring group, as phones inside dial it: 1 to 16 digits.
package struct ExtensionNumber: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package static let lengthMax = 16

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        guard text.isMade(of: 1...Self.lengthMax, \.isDigit) else { throw .notAnExtension(text) }
        description = text
    }

    /// A number written in the source code; a bad one is a mistake of ours.
    package init(literal text: StaticString) {
        guard let number = try? ExtensionNumber(text.description) else {
            preconditionFailure("not an extension: \(text)")
        }
        self = number
    }

    /// Shorter numbers first, then by their digits, as people sort them.
    package static func < (left: ExtensionNumber, right: ExtensionNumber) -> Bool {
        (left.description.utf8.count, left.description) < (right.description.utf8.count, right.description)
    }

    package init(from decoder: any Decoder) throws {
        self = try ExtensionNumber(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
