/// The property's clock in the terms that phones understand: an offset, and when daylight saving begins and ends.
///
/// It is read from the POSIX form, the last line of every zone file: `CET-1CEST,M3.5.0,M10.5.0/3`.
package struct PhoneTimeZone: Sendable, Hashable {
    /// When clocks go forward and back, and by how much.
    package struct Daylight: Sendable, Hashable {
        package let start: DaylightChange
        package let end: DaylightChange
        package let saveMinutes: Int
    }

    /// The IANA name.
    package let name: String
    /// The POSIX form as it was read.
    package let posix: String
    /// Minutes that standard time is ahead of UTC.
    package let offsetMinutes: Int
    /// Nil where the zone has no daylight saving, or a rule that no phone's file can express.
    package let daylight: Daylight?

    package static let utc = PhoneTimeZone(name: "UTC", posix: "UTC0", offsetMinutes: 0, daylight: nil)

    /// The longest POSIX form, in bytes.
    package static let lengthMax = 64

    /// Nil where `posix` is not of the form that zone files end with.
    package init?(name: String, posix: String) {
        guard posix.utf8.count <= Self.lengthMax else { return nil }
        let parts = posix.split(separator: ",", omittingEmptySubsequences: false)
        // The mark of a zone file itself looks like a name and an offset.
        guard var rest = parts.first, !posix.hasPrefix("TZif") else { return nil }
        guard Self.takeName(&rest), let standard = Self.takeOffset(&rest) else { return nil }
        self.name = name
        self.posix = posix
        offsetMinutes = -standard
        guard Self.takeName(&rest) else {
            guard rest.isEmpty, parts.count == 1 else { return nil }
            daylight = nil
            return
        }
        let summer = Self.takeOffset(&rest) ?? standard - 60
        guard rest.isEmpty, parts.count == 3 else { return nil }
        guard let start = DaylightChange(rule: parts[1]), let end = DaylightChange(rule: parts[2]) else {
            daylight = nil
            return
        }
        daylight = Daylight(start: start, end: end, saveMinutes: standard - summer)
    }

    private init(name: String, posix: String, offsetMinutes: Int, daylight: Daylight?) {
        self.name = name
        self.posix = posix
        self.offsetMinutes = offsetMinutes
        self.daylight = daylight
    }

    /// The offset in hours as people write it: `+1`, `-3:30`, `0`.
    package var offsetHours: String {
        let (hours, minutes) = abs(offsetMinutes).quotientAndRemainder(dividingBy: 60)
        guard offsetMinutes != 0 else { return "0" }
        return sign + String(hours) + (minutes == 0 ? "" : ":" + Self.twoDigits(minutes))
    }

    /// The offset as on a clock: `+01:00`.
    package var offsetClock: String {
        let (hours, minutes) = abs(offsetMinutes).quotientAndRemainder(dividingBy: 60)
        return sign + Self.twoDigits(hours) + ":" + Self.twoDigits(minutes)
    }

    private var sign: String { offsetMinutes < 0 ? "-" : "+" }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    /// Three letters or more, or anything between angle brackets.
    private static func takeName(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let end = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let letters = text.prefix { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
        guard letters.count >= 3 else { return false }
        text = text[letters.endIndex...]
        return true
    }

    /// Minutes west of UTC: `-1`, `3:30`, `+5`.
    private static func takeOffset(_ text: inout Substring) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "-" || $0 == "+" }
        guard !digits.isEmpty else { return nil }
        text = text[digits.endIndex...]
        let isNegative = digits.first == "-"
        let numbers = digits.drop { $0 == "-" || $0 == "+" }.split(separator: ":").map { Int($0) }
        guard (1...3).contains(numbers.count), let hours = numbers[0], (0...24).contains(hours) else { return nil }
        guard let minutes = numbers.count > 1 ? numbers[1] : 0, (0...59).contains(minutes) else { return nil }
        return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }
}
