/// A time on the wall clock of the property, on whatever day: from 00:00:00 to 23:59:59.
package struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    package static let midnight = TimeOfDay(seconds: 0)

    /// Since midnight, as the clock counts them.
    package let seconds: Int

    private init(seconds: Int) { self.seconds = seconds }

    /// nil where no clock shows it.
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        seconds = hour * 3_600 + minute * 60 + second
    }

    /// nil where a day is over before.
    package init?(secondsSinceMidnight seconds: Int) {
        guard (0..<86_400).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Reads `07:00`, `7:00`, `07:00:30`, and what is dialled on a phone: `0700`.
    package init(_ text: String) throws(TimeFault) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if text.isMade(of: 4...4, \.isDigit) { parts = [String(text.prefix(2)), String(text.suffix(2))] }
        let areDigits = parts.enumerated().allSatisfy { index, part in
            part.isMade(of: (index == 0 ? 1 : 2)...2, \.isDigit)
        }
        guard (2...3).contains(parts.count), areDigits, let hour = Int(parts[0]), let minute = Int(parts[1]),
            let time = TimeOfDay(hour: hour, minute: minute, second: parts.count == 3 ? Int(parts[2]) ?? 60 : 0)
        else { throw .notATime(text) }
        self = time
    }

    package var hour: Int { seconds / 3_600 }
    package var minute: Int { seconds / 60 % 60 }
    package var second: Int { seconds % 60 }

    /// `07:00`, and with the seconds where there are any.
    package var description: String {
        let short = "\(hour.inTwoDigits):\(minute.inTwoDigits)"
        return second == 0 ? short : short + ":" + second.inTwoDigits
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}

extension TimeOfDay: Codable {
    package init(from decoder: any Decoder) throws {
        self = try TimeOfDay(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
