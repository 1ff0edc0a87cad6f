import Foundation
import Testing

/// A rule that a pattern can tell: what must not be written, where, and what to write instead.
struct WordRule: Sendable, CustomTestStringConvertible {
    /// Which part of a file is looked at.
    enum Part: Sendable {
        case code
        case strings
        /// Everything, comments too, of Swift and of every other text file.
        case everything
    }

    let name: String
    let pattern: String
    let part: Part
    let cure: String
    /// Whether the rule holds for a file.
    let holds: @Sendable (RepositoryFile) -> Bool
    /// A text that breaks the rule and one that does not, so that the rule itself is tested.
    let bad: String
    let good: String

    init(
        _ name: String, _ pattern: String, in part: Part = .code, cure: String, bad: String, good: String,
        holds: @escaping @Sendable (RepositoryFile) -> Bool = { _ in true }
    ) {
        self.name = name
        self.pattern = pattern
        self.part = part
        self.cure = cure
        self.bad = bad
        self.good = good
        self.holds = holds
    }

    var testDescription: String { name }

    func violations(in files: [RepositoryFile], _ swiftFiles: [SwiftFile]) throws -> [Violation] {
        let texts =
            switch part {
            case .code: swiftFiles.map(\.code)
            case .strings: swiftFiles.map(\.strings)
            case .everything: files
            }
        let expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return texts.filter(holds).flatMap { violations(in: $0, expression) }
    }

    private func violations(in file: RepositoryFile, _ expression: NSRegularExpression) -> [Violation] {
        let text = file.text as NSString
        let matches = expression.matches(in: file.text, range: NSRange(location: 0, length: text.length))
        return matches.map { match in
            let line = text.substring(to: match.range.location).utf8.count { $0 == UInt8(ascii: "\n") } + 1
            return Violation(file.path, line, name, cure: cure)
        }
    }
}
