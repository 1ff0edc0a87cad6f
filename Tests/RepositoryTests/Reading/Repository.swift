import Foundation

/// The checkout this test was compiled from.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Folders that hold what was built or fetched, not what was written.
    private static let skipped = [".git", ".demo", ".swiftpm", ".cache"]

    /// Every written file that is text, by its path from the root.
    static let files: [RepositoryFile] = paths.compactMap { path in
        let data = FileManager.default.contents(atPath: root + "/" + path)
        guard let data, let text = String(data: data, encoding: .utf8) else { return nil }
        return RepositoryFile(path: path, text: text)
    }

    static let swiftFiles = files.filter { $0.path.hasSuffix(".swift") }.map(SwiftFile.init)

    static let markdownFiles = files.filter { $0.path.hasSuffix(".md") }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

    private static let paths: [String] = {
        guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
        var found: [String] = []
        while let path = walk.nextObject() as? String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            if skipped.contains(name) || name.hasPrefix(".build") {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                found.append(path)
            }
        }
        return found.sorted()
    }()
}
