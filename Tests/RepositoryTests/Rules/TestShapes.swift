import Foundation

/// A function that reads like a test but lacks its attribute never runs, and nobody notices.
enum TestShapes {
    static func forgotten(_ files: [SwiftFile]) -> [Violation] {
        files.filter { $0.file.isIn("Tests") }.flatMap { file in
            let lines = file.code.lines
            return lines.indices.filter { isSentence(lines[$0]) && !isMarked(lines, $0) }.map {
                Violation(file.file.path, $0 + 1, "a test without @Test", cure: "write @Test before func")
            }
        }
    }

    private static func isSentence(_ line: Substring) -> Bool {
        guard let start = line.range(of: "func `") else { return false }
        return line[start.upperBound...].prefix { $0 != "`" }.contains(" ")
    }

    /// Whether `@Test` stands on the line or above it, before the end of what comes before.
    private static func isMarked(_ lines: [Substring], _ index: Int) -> Bool {
        if lines[index].contains("@Test") { return true }
        let indentation = lines[index].prefix { $0 == " " }.count
        for line in lines[..<index].reversed() {
            if line.contains("@Test") { return !line.contains("func ") }
            let isEnd = line.drop { $0 == " " } == "}" && line.prefix { $0 == " " }.count <= indentation
            if isEnd || line.contains("func ") || line.contains("@Suite") { return false }
        }
        return false
    }
}
