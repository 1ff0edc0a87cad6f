/// A number outside or inside, as it is sent to a trunk or shown to the called one: `+4930901820`, `112`.
package struct PhoneNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let lengthMax = 40

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
        guard text.utf8.count <= Self.lengthMax, digits.isMade(of: 1...Self.lengthMax, \.isKey) else {
            throw .notANumber(text)
        }
        description = text
    }

    package static func < (left: PhoneNumber, right: PhoneNumber) -> Bool { left.description < right.description }
}
