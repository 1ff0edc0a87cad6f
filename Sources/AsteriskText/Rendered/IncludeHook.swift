/// A line that must stand in a file of somebody else, so that Asterisk reads one of ours.
package struct IncludeHook: Sendable, Hashable {
    /// The file of the other: a hook that FreePBX reads and never overwrites, such as `extensions_custom.conf`.
    package let file: String
    /// Our file.
    package let includes: String

    package init(file: String, includes: String) {
        self.file = file
        self.includes = includes
    }

    package var line: String { "#tryinclude \"\(includes)\"" }

    /// The other's file with the line in it, exactly once and behind everything else that stands there.
    package func installed(in text: String) -> String {
        guard !isInstalled(in: text) else { return text }
        let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        return text + gap + line + "\n"
    }

    /// The other's file without the line.
    package func removed(from text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != line }.joined(separator: "\n")
    }

    package func isInstalled(in text: String) -> Bool { text.split(separator: "\n").contains { $0 == line } }
}
