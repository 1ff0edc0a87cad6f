/// One thing that is wrong with a settings file.
package struct SettingsProblem: Sendable, Equatable, CustomStringConvertible {
    /// The line it stands on, counted from 1, where one is known.
    package let line: Int?
    /// The key it concerns, `database.private.port` for instance; nil where it concerns the file.
    package let key: String?
    /// What should stand there.
    package let expected: String
    /// What stands there. Never the text of a secret.
    package let found: String

    package init(line: Int? = nil, key: String? = nil, expected: String, found: String) {
        self.line = line
        self.key = key
        self.expected = expected
        self.found = found
    }

    /// `line 12: heartbeat.interval_ms: expected …, found …`, always one line.
    package var description: String {
        let place = [line.map { "line \($0)" }, key].compactMap(\.self).map { $0 + ": " }.joined()
        return "\(place)expected \(expected), found \(found)"
    }
}
