/// What changes between two renderings, for people: a plus before new lines, a minus before old ones.
package struct FileDifference: Sendable, Hashable {
    /// Where more lines than this changed in one file, all of it is shown as replaced.
    static let comparedLinesMax = 4_000
    /// Unchanged lines shown round a change.
    static let contextLines = 3

    package let file: String
    /// The lines as they are shown, each with its mark.
    package let lines: [String]

    /// The files that differ, in their order; equal renderings give none.
    ///
    /// - Parameter reveals: passwords and PINs are in the lines; otherwise only that they changed.
    package static func between(
        _ old: [String: String], _ new: [String: String], reveals: Bool = false
    ) -> [FileDifference] {
        Set(old.keys).union(new.keys).sorted().compactMap { file in
            guard old[file] != new[file] else { return nil }
            return FileDifference(file: file, old: lines(old[file]), new: lines(new[file]), reveals: reveals)
        }
    }

    init(file: String, old: [Substring], new: [Substring], reveals: Bool = false) {
        self.file = file
        let changes = LineChanges(old, new)
        var shown = ["--- \(old.isEmpty ? "(nothing)" : file)", "+++ \(new.isEmpty ? "(nothing)" : file)"]
        for hunk in changes.hunks(context: Self.contextLines) {
            shown.append("@@ -\(hunk.oldStart),\(hunk.oldCount) +\(hunk.newStart),\(hunk.newCount) @@")
            shown += hunk.lines.map { line in
                "\(line.mark)\(reveals ? String(line.text) : HiddenSecrets.hiding(inLine: line.text))"
            }
        }
        lines = shown
    }

    package var description: String { lines.joined(separator: "\n") }

    private static func lines(_ text: String?) -> [Substring] {
        var lines = text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
