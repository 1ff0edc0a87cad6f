/// What is said about a key that nobody knows.
enum UnknownKey {
    static func problem(_ word: String, section: String, line: Int?) -> SettingsProblem {
        let prefix = section.isEmpty ? "" : section + "."
        return SettingsProblem(
            line: line, key: prefix + Quoted.bare(word), expected: expected(word, prefix: prefix),
            found: "an unknown one")
    }

    /// The nearest key of the same section; else the place where a key of this name belongs; else all of the section.
    private static func expected(_ word: String, prefix: String) -> String {
        let paths = SettingsKey.all.map(\.path) + SettingsKey.sections
        let siblings = paths.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains(".") }
            .map { String($0.dropFirst(prefix.count)) }.sorted()
        let nearest = siblings.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
        if let nearest, nearest.1 <= max(2, nearest.0.count / 3) { return "a known key, perhaps \(nearest.0)" }
        let elsewhere = paths.filter { $0.hasSuffix("." + word) || $0 == word }.sorted()
        if let place = elsewhere.first { return "a known key, perhaps \(place)" }
        return "one of the keys " + siblings.joined(separator: ", ")
    }

    /// How many letters must be put in, left out or changed to make one word the other. Long words are cut.
    static func distance(_ left: String, _ right: String) -> Int {
        let from = Array(left.unicodeScalars.prefix(64))
        let to = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...to.count)
        for (index, letter) in from.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in to.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
            }
        }
        return row[to.count]
    }
}
