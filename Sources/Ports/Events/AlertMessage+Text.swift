import Vocabulary

extension AlertMessage {
    /// One line that says it all.
    package var headline: String {
        let place = [property, node.description].filter { !$0.isEmpty }.joined(separator: ", ")
        let many = count > 1 ? " (\(count) times)" : ""
        return "\(severity.rawValue.uppercased()) \(place): \(words)\(many)"
    }

    /// All of it, for a person.
    package var text: String {
        var lines = [words, "", "severity  \(severity.rawValue)", "kind      \(kind.rawValue)"]
        if !subject.isEmpty { lines.append("about     \(subject)") }
        lines += ["at        \(Self.words(at))", "node      \(node) (\(host))"]
        if !property.isEmpty { lines.append("property  \(property)") }
        if count > 1 { lines.append("times     \(count), since \(Self.words(since))") }
        if leftOut > 0 { lines.append("left out  \(leftOut) earlier events that could not be told") }
        if !evidence.isEmpty { lines += [""] + evidence.map { "- \($0)" } }
        return (lines + ["", "comxfailover events, on that server, shows more."]).joined(separator: "\n") + "\n"
    }

    private static func words(_ time: WallTime) -> String { "\(ZoneRules.utc.localTime(at: time)) UTC" }
}
