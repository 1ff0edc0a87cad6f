/// A code that a phone inside dials for a service, a speed dial or the desk: 1 to 8 of the keys 0 to 9, `*` and `#`.
package struct DialCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let lengthMax = 8

    package let description: String

    package init(_ text: String) throws(TelephonyFault) {
        guard text.isMade(of: 1...Self.lengthMax, \.isKey) else { throw .notACode(text) }
        description = text
    }

    /// A code written in the source code; a bad one is a mistake of ours.
    package init(literal text: StaticString) {
        guard let code = try? DialCode(text.description) else { preconditionFailure("not a code: \(text)") }
        self = code
    }

    package static func < (left: DialCode, right: DialCode) -> Bool { left.description < right.description }
}
