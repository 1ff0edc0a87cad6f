/// A room as the property's management system writes it: 1 to 16 ASCII letters, digits and hyphens.
package struct RoomNumber: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package static let lengthMax = 16

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        guard text.isMade(of: 1...Self.lengthMax, { $0.isLetterOrDigit || $0 == "-" }) else { throw .notARoom(text) }
        description = text
    }

    package static func < (left: RoomNumber, right: RoomNumber) -> Bool {
        (left.description.utf8.count, left.description) < (right.description.utf8.count, right.description)
    }

    package init(from decoder: any Decoder) throws {
        self = try RoomNumber(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
