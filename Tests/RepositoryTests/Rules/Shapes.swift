import Foundation

/// How large files, functions and lines may be, and that a file holds the one type it is named after.
enum Shapes {
    static let fileLinesMax = 400
    static let functionLinesMax = 70
    static let columnsMax = 120

    static func longFiles(_ files: [SwiftFile]) -> [Violation] {
        files.compactMap { file in
            let count = file.file.lines.count - 1
            guard count > fileLinesMax else { return nil }
            return Violation(
                file.file.path, nil, "\(count) lines, at most \(fileLinesMax)",
                cure: "cut it by aspect or into two types")
        }
    }

    static func longLines(_ files: [SwiftFile]) -> [Violation] {
        files.flatMap { file in
            file.file.lines.enumerated().compactMap { index, line in
                guard line.utf8.count > columnsMax, line.count > columnsMax else { return nil }
                let rule = "\(line.count) columns, at most \(columnsMax)"
                return Violation(file.file.path, index + 1, rule, cure: "make format, or break it by hand")
            }
        }
    }

    static func longFunctions(_ files: [SwiftFile]) -> [Violation] {
        files.flatMap { file in
            functions(in: file).filter { $0.length > functionLinesMax }.map { function in
                Violation(
                    file.file.path, function.line,
                    "a function of \(function.length) lines, at most \(functionLinesMax)",
                    cure: "cut it into steps that have names")
            }
        }
    }

    /// Each function and initializer that has a body: its first line and how many lines it takes.
    static func functions(in file: SwiftFile) -> [(line: Int, length: Int)] {
        let lines = file.code.lines
        return lines.indices.compactMap { start in
            let isLikely = lines[start].contains("func ") || lines[start].contains("init")
            guard isLikely, lines[start].firstMatch(of: declaration) != nil else { return nil }
            return bodyEnd(lines, from: start).map { (start + 1, $0 - start + 1) }
        }
    }

    private static var declaration: Regex<(Substring, Substring, Substring)> {
        /(^|\s)(func\s+\S|init[?!]?[(<]|deinit\s*\{)/
    }

    /// The line on which the first brace after `start` is closed; nil where no body follows.
    private static func bodyEnd(_ lines: [Substring], from start: Int) -> Int? {
        var depth = 0
        var parentheses = 0
        for index in start..<lines.count {
            for byte in lines[index].utf8 {
                switch byte {
                case UInt8(ascii: "("): parentheses += 1
                case UInt8(ascii: ")"): parentheses -= 1
                case UInt8(ascii: "{") where parentheses == 0: depth += 1
                case UInt8(ascii: "}") where parentheses == 0:
                    depth -= 1
                    if depth <= 0 { return depth == 0 ? index : nil }
                default: break
                }
            }
            let hasNoBody = depth == 0 && parentheses <= 0 && index + 1 < lines.count && !continues(lines[index + 1])
            if hasNoBody { return nil }
        }
        return nil
    }

    /// Whether a line goes on with the declaration above it.
    private static func continues(_ line: Substring) -> Bool {
        let rest = line.drop { $0 == " " }
        return ["{", ")", "->", "where", "throws", "async"].contains { rest.hasPrefix($0) }
    }
}
