/// Something that happened on a node and that somebody may want to know of.
package struct Event: Sendable, Hashable {
    /// The longest words, and pieces of evidence.
    package static let wordsLengthMax = 500
    package static let evidenceMax = 10
    package static let subjectLengthMax = 80

    package let at: WallTime
    package let severity: Severity
    package let kind: EventKind
    /// What it is about within its kind, such as an item; empty where there is one such thing only.
    package let subject: String
    /// What happened, as a sentence without a full stop.
    package let words: String
    package let evidence: [String]
    /// The trouble of this kind and subject is over.
    package let isOver: Bool

    package init(
        at: WallTime, _ severity: Severity, _ kind: EventKind, about subject: String = "", _ words: String,
        evidence: [String] = [], isOver: Bool = false
    ) {
        self.at = at
        self.severity = severity
        self.kind = kind
        self.subject = Self.line(subject, Self.subjectLengthMax)
        self.words = Self.line(words, Self.wordsLengthMax)
        self.evidence = evidence.prefix(Self.evidenceMax).map { Self.line($0, Self.wordsLengthMax) }
        self.isOver = isOver
    }

    /// One line of at most so many characters: what other programs say comes in several.
    private static func line(_ text: String, _ lengthMax: Int) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
        }
        var line = ""
        line.unicodeScalars.append(contentsOf: scalars.prefix(lengthMax))
        return line
    }
}
