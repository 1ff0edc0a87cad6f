/// A SIP password that needs no quoting anywhere. It does not print itself.
package struct SIPSecret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    package static let lengthMax = 64
    private static let marks = Set("-._~+=@!%*^:/".unicodeScalars)

    /// The password itself, for the one file and the one digest that need it.
    package let text: String

    package init(_ text: String) throws(TelephonyFault) {
        let isSound = text.isMade(of: 1...Self.lengthMax) { $0.isLetterOrDigit || Self.marks.contains($0) }
        guard isSound else { throw .notASecret }
        self.text = text
    }

    package var description: String { "(secret)" }
    package var debugDescription: String { description }
}
