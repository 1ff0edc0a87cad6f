import Vocabulary

/// One thing that the daemon asks Asterisk to do on a channel that the dialplan handed to it.
package enum AGICommand: Sendable, Hashable {
    /// The longest line that is sent; Asterisk cuts off what is longer than twice that.
    package static let lineBytesMax = 1_024
    /// The keys of a telephone.
    package static let keys = "0123456789*#"

    case answer
    case hangUp
    /// Plays a sound until it is over or one of the keys is pressed.
    case play(sound: String, endedBy: String)
    /// Plays a sound that any key ends, then takes digits until `#`, the most there may be, or a pause of `patience`.
    case takeDigits(sound: String, patience: Duration, digitsMax: Int)
    case sayDigits(String, endedBy: String)
    case sayNumber(Int, endedBy: String)
    /// Says a time of the day in the channel's language; the format is one of Asterisk's, such as `IMp`.
    case sayTime(TimeOfDay, format: String, endedBy: String)
    /// Sets a variable, or what a function such as `CHANNEL(language)` writes.
    case setVariable(String, String)
    /// A line on Asterisk's console.
    case note(String)

    /// The longest that Asterisk takes for it, where all is well.
    package var longest: Duration {
        switch self {
        case .answer, .hangUp, .setVariable, .note: .seconds(2)
        case .play, .sayDigits, .sayNumber, .sayTime: .seconds(12)
        case .takeDigits(_, let patience, let digitsMax): .seconds(12) + patience * max(1, digitsMax)
        }
    }

    /// The line with its end.
    package var bytes: [UInt8] { Array((line.bounded(toBytes: Self.lineBytesMax) + "\n").utf8) }

    private var line: String {
        switch self {
        case .answer: "ANSWER"
        case .hangUp: "HANGUP"
        case .play(let sound, let keys): "STREAM FILE \(Self.quoted(sound)) \(Self.quoted(keys))"
        case .takeDigits(let sound, let patience, let digitsMax):
            "GET DATA \(Self.quoted(sound)) \(patience.nanoseconds / 1_000_000) \(digitsMax)"
        case .sayDigits(let digits, let keys): "SAY DIGITS \(Self.quoted(digits)) \(Self.quoted(keys))"
        case .sayNumber(let number, let keys): "SAY NUMBER \(number) \(Self.quoted(keys))"
        case .sayTime(let time, let format, let keys):
            // The time of a day that a clock of UTC shows it on.
            "SAY DATETIME \(time.seconds) \(Self.quoted(keys)) \(Self.quoted(format)) \"UTC\""
        case .setVariable(let name, let value): "SET VARIABLE \(Self.quoted(name)) \(Self.quoted(value))"
        case .note(let words): "VERBOSE \(Self.quoted(words)) 3"
        }
    }

    /// An argument: whatever it is given, it stays one, and the line stays one line.
    private static func quoted(_ text: String) -> String {
        var argument = "\""
        for scalar in text.bounded(toBytes: lineBytesMax / 5).unicodeScalars where scalar.value >= 0x20 {
            guard scalar.value != 0x7F else { continue }
            if scalar == "\"" || scalar == "\\" { argument.append("\\") }
            argument.unicodeScalars.append(scalar)
        }
        return argument + "\""
    }
}
