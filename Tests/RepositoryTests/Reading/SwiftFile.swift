/// A Swift file, and its text with comments and the insides of strings blanked out, line by line the same length.
struct SwiftFile: Sendable {
    let file: RepositoryFile
    /// Only code.
    let code: RepositoryFile
    /// Only the insides of strings.
    let strings: RepositoryFile

    init(_ file: RepositoryFile) {
        self.file = file
        let parts = SwiftTextSplitter.split(file.text)
        code = RepositoryFile(path: file.path, text: parts.code)
        strings = RepositoryFile(path: file.path, text: parts.strings)
    }

    /// The target it belongs to: the folder below `Sources` or `Tests`.
    var target: String? {
        let words = file.path.split(separator: "/")
        guard words.count > 2, words[0] == "Sources" || words[0] == "Tests" else { return nil }
        return String(words[1])
    }

    /// How deep in braces each line begins.
    var depths: [Int] {
        var depth = 0
        return code.lines.map { line in
            defer { depth += line.utf8.count { $0 == UInt8(ascii: "{") } - line.utf8.count { $0 == UInt8(ascii: "}") } }
            return depth
        }
    }
}
