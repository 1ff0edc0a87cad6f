import Foundation

/// Each page has one title, and its links lead somewhere.
enum MarkdownShapes {
    static func untitled(_ files: [RepositoryFile]) -> [Violation] {
        files.compactMap { file in
            let titles = prose(of: file).filter { $0.line.hasPrefix("# ") }
            guard titles.count != 1 else { return nil }
            return Violation(
                file.path, titles.dropFirst().first?.number, "\(titles.count) titles, expected one",
                cure: "one # at the top, ## below it")
        }
    }

    /// `exists` tells whether a path from the root is there, `page` gives a page's text for its headings.
    static func deadLinks(
        _ files: [RepositoryFile], exists: (String) -> Bool, page: (String) -> RepositoryFile?
    ) -> [Violation] {
        files.flatMap { file in
            prose(of: file).flatMap { number, line in
                links(in: line).filter { !isAlive($0, in: file, exists: exists, page: page) }.map {
                    Violation(
                        file.path, number, "a dead link, \($0)", cure: "point it at a file or heading that is there")
                }
            }
        }
    }

    static func links(in line: Substring) -> [String] {
        line.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
    }

    private static func isAlive(
        _ link: String, in file: RepositoryFile, exists: (String) -> Bool, page: (String) -> RepositoryFile?
    ) -> Bool {
        if link.contains("://") || link.hasPrefix("mailto:") { return true }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].isEmpty ? file.path : resolved(parts[0], from: file.folder)
        guard parts[0].isEmpty || exists(path) else { return false }
        guard parts.count == 2, path.hasSuffix(".md") else { return true }
        let target = path == file.path ? file : page(path)
        return target.map { anchors(of: $0).contains(parts[1]) } ?? false
    }

    private static func resolved(_ path: String, from folder: String) -> String {
        var words: [Substring] = path.hasPrefix("/") ? [] : folder.split(separator: "/")
        for word in path.split(separator: "/") where word != "." {
            if word == ".." { _ = words.popLast() } else { words.append(word) }
        }
        return words.joined(separator: "/")
    }

    /// The names under which a page's headings can be linked to.
    static func anchors(of file: RepositoryFile) -> Set<String> {
        Set(
            prose(of: file).filter { $0.line.hasPrefix("#") }.map { _, line in
                let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
                return title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
                    .replacing(" ", with: "-")
            })
    }

    /// The lines outside code blocks, with their numbers.
    private static func prose(of file: RepositoryFile) -> [(number: Int, line: Substring)] {
        var isCode = false
        return file.lines.enumerated().compactMap { index, line in
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isFence { isCode.toggle() }
            return isFence || isCode ? nil : (index + 1, line)
        }
    }
}
