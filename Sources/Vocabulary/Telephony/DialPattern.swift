/// A number, or a pattern of numbers in Asterisk's letters, without the underscore: `0ZXXX.`, `+49.`, `112`.
///
/// X is any digit, Z is 1 to 9, N is 2 to 9; at the end `.` is one key or more and `!` is none or more.
package struct DialPattern: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let lengthMax = 40

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        let pattern = text.uppercased()
        let body = pattern.hasPrefix("+") ? String(pattern.dropFirst()) : pattern
        let isOpen = body.hasSuffix(".") || body.hasSuffix("!")
        let core = isOpen ? String(body.dropLast()) : body
        let isSound = core.isMade(of: (isOpen ? 0 : 1)...Self.lengthMax) {
            $0.isKey || "XZN".unicodeScalars.contains($0)
        }
        guard isSound, pattern.utf8.count <= Self.lengthMax else { throw .notAPattern(text) }
        description = pattern
    }

    /// Whether it stands for exactly one number.
    package var isPlain: Bool { description.unicodeScalars.allSatisfy { $0.isKey || $0 == "+" } }

    package static func < (left: DialPattern, right: DialPattern) -> Bool { left.description < right.description }
}
