/// Why a text that a person typed, or that stands in a table, is not the thing it should be.
package enum TelephonyFault: Error, Sendable, Hashable {
    case notAnExtension(String)
    case notARange(String)
    case rangeTooLong(String, countMax: Int)
    case notARoom(String)
    case notAName(String)
    /// The secret itself is never repeated.
    case notASecret
    case notANumber(String)
    case notACode(String)
    case notAPattern(String)
    case notAHost(String)
    case notANetwork(String)
    case notATimeZone(String)
}

extension TelephonyFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnExtension(let text):
            "\(Self.quoted(text)) is not an extension; one has 1 to \(ExtensionNumber.lengthMax) digits"
        case .notARange(let text):
            "\(Self.quoted(text)) is not a range of extensions; write 1001-1300, both with as many digits"
        case .rangeTooLong(let text, let countMax):
            "\(Self.quoted(text)) names too many extensions; at most \(countMax) at a time"
        case .notARoom(let text):
            "\(Self.quoted(text)) is not a room; one has 1 to \(RoomNumber.lengthMax) ASCII letters, digits and -"
        case .notAName(let text):
            "\(Self.quoted(text)) is not a name; one has 1 to \(TelephonyName.lengthMax) ASCII letters, digits, - and "
                + "_, a letter first"
        case .notASecret:
            "this is not a SIP password; one has 1 to \(SIPSecret.lengthMax) ASCII letters, digits and -._~+=@!%*^:/"
        case .notANumber(let text):
            "\(Self.quoted(text)) is not a telephone number; one has 1 to \(PhoneNumber.lengthMax) digits, * and #, "
                + "perhaps + before them"
        case .notACode(let text):
            "\(Self.quoted(text)) is not a code to dial; one has 1 to \(DialCode.lengthMax) of the keys 0 to 9, * and #"
        case .notAPattern(let text):
            "\(Self.quoted(text)) is not a pattern; one has digits and X (any), Z (1-9), N (2-9), at its end . or !"
        case .notAHost(let text): "\(Self.quoted(text)) is neither an IP address nor the name of a host"
        case .notANetwork(let text): "\(Self.quoted(text)) is not a network, such as 192.168.101.0/24"
        case .notATimeZone(let text): "\(Self.quoted(text)) is not a time zone, such as Europe/Berlin"
        }
    }

    /// The text between quotes, short, without what would spoil a line.
    static func quoted(_ text: String) -> String {
        let sound = text.unicodeScalars.prefix(60).map { $0.value < 32 || $0.value == 127 ? "·" : String($0) }
        return "'\(sound.joined())'"
    }
}
