import Ports
import Vocabulary

/// Lines that are no records: when each was read, why it was refused, and below that the line as it stood there.
struct RefusedLineSheet {
    let lines: [RefusedLineReport]
    /// The moment that relative times count from.
    let now: WallTime

    var text: String {
        guard !lines.isEmpty else { return "No line was refused." }
        return lines.map { line in
            "\(Span.ago(line.readAt, now: now))  \(line.file)  \(line.reason.printable)\n    \(line.line.printable)"
        }.joined(separator: "\n")
    }
}
