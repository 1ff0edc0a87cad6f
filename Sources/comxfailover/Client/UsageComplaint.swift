import ArgumentParser

/// What is wrong with a command line, in one line: what, what it should be, and where that is explained.
struct UsageComplaint: Sendable, Hashable {
    let words: String

    /// nil where the command line is not what went wrong, or where it has been said already.
    init?(_ error: any Error) {
        guard Comxfailover.exitCode(for: error).rawValue == ExitStatus.usage.rawValue else { return nil }
        let message = Comxfailover.message(for: error).split(separator: "\n").joined(separator: "; ")
        guard !message.isEmpty else { return nil }
        let lines = Comxfailover.fullMessage(for: error).split(separator: "\n")
        let help = lines.first { $0.hasPrefix("Help:") }.flatMap { Self.afterBlanks($0) }
        let advice =
            lines.last { $0.contains("See '") }?.split(separator: "'").dropFirst().first ?? "comxfailover --help"
        let told = [message.hasSuffix(".") ? String(message.dropLast()) : message, help].compactMap(\.self)
        words = "\(told.joined(separator: ": ")); see: \(advice)"
    }

    /// The text behind `Help:  <item>  `, without the full stop.
    private static func afterBlanks(_ line: Substring) -> String? {
        guard let blanks = line.ranges(of: "  ").last else { return nil }
        let text = line[blanks.upperBound...]
        return text.isEmpty ? nil : String(text.hasSuffix(".") ? text.dropLast() : text)
    }
}
