/// A time zone by its name in the zone database: `Europe/Berlin`.
package struct ZoneName: Sendable, Hashable, CustomStringConvertible {
    package static let lengthMax = 64

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        let isSound = text.isMade(of: 1...Self.lengthMax) { $0.isLetterOrDigit || "_+-/".unicodeScalars.contains($0) }
        guard isSound, text.unicodeScalars.first?.isLetter == true else { throw .notATimeZone(text) }
        description = text
    }
}
