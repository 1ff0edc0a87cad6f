/// The name of a gateway, a trunk or a route: 1 to 40 ASCII letters, digits, hyphens and underscores, a letter first.
///
/// It becomes part of names of sections in Asterisk's files, where two that differ only in case are one.
package struct TelephonyName: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package static let lengthMax = 40

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        let isName = text.isMade(of: 1...Self.lengthMax) { $0.isLetterOrDigit || $0 == "-" || $0 == "_" }
        guard isName, text.unicodeScalars.first?.isLetter == true else { throw .notAName(text) }
        description = text
    }

    package static func < (left: TelephonyName, right: TelephonyName) -> Bool { left.description < right.description }

    package init(from decoder: any Decoder) throws {
        self = try TelephonyName(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
