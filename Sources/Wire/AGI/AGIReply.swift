/// What Asterisk answers to a command.
package struct AGIReply: Sendable, Hashable {
    /// What a command that was carried out is answered with.
    package static let done = 200
    /// The command is none.
    package static let unknownCommand = 510
    /// The channel is gone.
    package static let deadChannel = 511
    /// The command has too few arguments, or too many; its proper usage follows, a line each.
    package static let badUsage = 520

    package let code: Int
    /// Behind `result=`: a number, or the digits that were pressed; of another code all its words.
    package let result: String
    /// In parentheses behind it: `timeout` where nobody pressed a key in time.
    package let note: String?

    package init(code: Int, result: String, note: String? = nil) {
        self.code = code
        self.result = result
        self.note = note
    }

    /// Whether Asterisk did it. It answers so too where a sound is not there or the caller has gone: by `-1`.
    package var isDone: Bool { code == Self.done && result != "-1" }

    /// The key that ended a sound, where one did.
    package var key: Character? {
        guard code == Self.done, let number = UInt8(result), number > 0 else { return nil }
        let key = Character(Unicode.Scalar(number))
        return AGICommand.keys.contains(key) ? key : nil
    }

    /// A line that is no answer gives nil.
    init?(_ line: String) {
        let digits = line.prefix(3)
        guard digits.utf8.count == 3, digits.utf8.allSatisfy({ (48...57).contains($0) }), let code = Int(digits) else {
            return nil
        }
        self.code = code
        let rest = line.dropFirst(3).drop { $0 == " " }
        guard code == Self.done else {
            result = String(rest)
            note = nil
            return
        }
        guard rest.hasPrefix("result=") else { return nil }
        let value = rest.dropFirst("result=".count)
        result = String(value.prefix { $0 != " " })
        let behind = value.dropFirst(result.count).drop { $0 == " " }
        note = behind.first == "(" ? String(behind.dropFirst().prefix { $0 != ")" }) : nil
    }
}
