import Foundation

/// A page of the documentation that holds a table of measurements between two markers.
struct MarkdownPage {
    static let opening = "<!-- measured: begin -->"
    static let closing = "<!-- measured: end -->"

    let path: String

    func replaceTable(with table: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let begin = text.range(of: Self.opening), let end = text.range(of: Self.closing),
            begin.upperBound <= end.lowerBound
        else { throw BenchFailure("\(path) has no markers \(Self.opening) and \(Self.closing)") }
        let page = text[..<begin.upperBound] + "\n\n" + table + "\n" + text[end.lowerBound...]
        try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
