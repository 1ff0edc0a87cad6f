/// Why a family of Asterisk's database cannot be copied.
package enum AsteriskFamilyFault: Error, Sendable, Hashable, CustomStringConvertible {
    case notAFamily(String)
    /// The second text says what the family holds.
    case belongsToOneServer(String, String)

    package var description: String {
        switch self {
        case .notAFamily(let text):
            "`\(Self.visible(text))` is no family of Asterisk's database; one has 1 to \(AsteriskFamily.lengthMax) "
                + "ASCII letters, digits, - and _, with / between its steps"
        case .belongsToOneServer(let text, let reason): "the family \(text) is never copied: \(reason)"
        }
    }

    /// The text, short, without what would spoil a line.
    private static func visible(_ text: String) -> String {
        String(text.unicodeScalars.prefix(60).map { $0.value < 32 ? "·" : Character($0) })
    }
}
