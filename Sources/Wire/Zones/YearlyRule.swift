import Vocabulary

/// The last line of a zone file: how clocks are set year by year, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule {
    static let lengthMax = 128

    let standardOffsetSeconds: Int
    private let daylight: Daylight?

    private struct Daylight {
        let offsetSeconds: Int
        let start: YearlyMoment
        let end: YearlyMoment
    }

    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.lengthMax, var names = parts.first else { return nil }
        guard Self.takeName(&names), let west = Self.takeSeconds(&names, hoursMax: 24) else { return nil }
        standardOffsetSeconds = -west
        guard !names.isEmpty else {
            daylight = nil
            if parts.count > 1 { return nil }
            return
        }
        guard Self.takeName(&names) else { return nil }
        let summerWest = names.isEmpty ? west - 3_600 : Self.takeSeconds(&names, hoursMax: 24)
        guard let summerWest, names.isEmpty, parts.count == 3, let start = YearlyMoment(parts[1]),
            let end = YearlyMoment(parts[2])
        else { return nil }
        daylight = Daylight(offsetSeconds: -summerWest, start: start, end: end)
    }

    /// All that follows from it, from the calendar's beginning to its end.
    var changes: [ZoneRules.Change] {
        guard let daylight else { return [] }
        let all = (CalendarDate.first.year...CalendarDate.last.year).flatMap { year in
            [
                // Each is told by the clock that it ends.
                ZoneRules.Change(
                    second: daylight.start.clockSeconds(in: year) - Int64(standardOffsetSeconds),
                    offsetSeconds: daylight.offsetSeconds),
                ZoneRules.Change(
                    second: daylight.end.clockSeconds(in: year) - Int64(daylight.offsetSeconds),
                    offsetSeconds: standardOffsetSeconds),
            ]
        }
        // Daylight saving the whole year round ends in the moment in which it begins: the beginning counts.
        let beginnings = Set(all.filter { $0.offsetSeconds == daylight.offsetSeconds }.map(\.second))
        let kept = all.filter { $0.offsetSeconds == daylight.offsetSeconds || !beginnings.contains($0.second) }
        return kept.sorted { $0.second < $1.second }
    }

    /// Three letters or more, or anything between angle brackets.
    private static func takeName(_ text: inout Substring) -> Bool {
        if text.first == "<" {
            guard let end = text.firstIndex(of: ">") else { return false }
            text = text[text.index(after: end)...]
            return true
        }
        let letters = text.prefix { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
        text = text[letters.endIndex...]
        return letters.count >= 3
    }

    /// Seconds from `5`, `-1`, `+3:30` or `10:30:15`.
    static func takeSeconds(_ text: inout Substring, hoursMax: Int) -> Int? {
        let taken = text.prefix { ("0"..."9").contains($0) || ":+-".contains($0) }
        text = text[taken.endIndex...]
        let isNegative = taken.first == "-"
        let digits = taken.first == "-" || taken.first == "+" ? taken.dropFirst() : taken
        let numbers = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(numbers.count), let hours = numbers[0], (0...hoursMax).contains(hours) else {
            return nil
        }
        var seconds = hours * 3_600
        for (number, width) in zip(numbers.dropFirst(), [60, 1]) {
            guard let number, (0...59).contains(number) else { return nil }
            seconds += number * width
        }
        return isNegative ? -seconds : seconds
    }
}
