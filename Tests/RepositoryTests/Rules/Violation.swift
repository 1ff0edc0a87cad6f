import Testing

/// A place where the house's style is not kept.
struct Violation: Sendable, Equatable, CustomStringConvertible {
    let path: String
    /// From 1; nil for the file as a whole.
    let line: Int?
    let rule: String
    let cure: String

    init(_ path: String, _ line: Int?, _ rule: String, cure: String) {
        self.path = path
        self.line = line
        self.rule = rule
        self.cure = cure
    }

    var description: String { "\(path):\(line ?? 1): \(rule); \(cure)" }

    /// Fails the test with all of them, one a line.
    static func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        guard !violations.isEmpty else { return }
        let lines = violations.map(\.description).joined(separator: "\n")
        Issue.record("\(violations.count) to mend:\n\(lines)", sourceLocation: sourceLocation)
    }
}
