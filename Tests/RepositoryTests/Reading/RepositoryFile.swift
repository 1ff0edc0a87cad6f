/// One text file of the repository.
struct RepositoryFile: Sendable {
    /// From the root, with slashes.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folder it lies in; empty at the root.
    var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    func isIn(_ folders: String...) -> Bool { folders.contains { path.hasPrefix($0 + "/") } }
}
