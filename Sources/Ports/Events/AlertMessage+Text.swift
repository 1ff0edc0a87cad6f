import Vocabulary

extension AlertMessage {
    /// One line that says it all.
    package var headline: String {
        let place = [property, node.description].filter { !$0.isEmpty }.joined(separator: ", ")
        // A long line is cut at its end: how many there are comes first.
        let all = others.isEmpty ? "" : "\(others.count + 1) together: "
        let more = others.isEmpty ? "" : "; also \(others.map(\.name).joined(separator: ", "))"
        return "\(severity.rawValue.uppercased()) \(place): \(all)\(words)\(Self.times(count))\(more)"
    }

    /// All of it, for a person.
    package var text: String {
        var lines = [words]
        if !others.isEmpty { lines += ["", "and \(others.count) more:"] + others.flatMap(\.text) }
        lines += ["", "severity  \(severity.rawValue)", "kind      \(kind.rawValue)"]
        if !subject.isEmpty { lines.append("about     \(subject)") }
        lines += ["at        \(Self.words(at))", "node      \(node) (\(host))"]
        if !property.isEmpty { lines.append("property  \(property)") }
        if count > 1 { lines.append("times     \(count), since \(Self.words(since))") }
        if leftOut > 0 { lines.append("left out  \(leftOut) earlier events that could not be told") }
        if !evidence.isEmpty { lines += [""] + evidence.map { "- \($0)" } }
        return (lines + ["", "comxfailover events, on that server, shows more."]).joined(separator: "\n") + "\n"
    }

    private static func words(_ time: WallTime) -> String { "\(ZoneRules.utc.localTime(at: time)) UTC" }

    fileprivate static func times(_ count: Int) -> String { count > 1 ? " (\(count) times)" : "" }
}

extension AlertMessage.Other {
    /// What it is about, in short.
    fileprivate var name: String { subject.isEmpty ? words : subject }

    /// All of it, line by line.
    fileprivate var text: [String] {
        let about = subject.isEmpty || words.contains(subject) ? "" : "\(subject): "
        return ["- \(about)\(words)\(AlertMessage.times(count))"] + evidence.map { "    \($0)" }
    }
}
