/// What changes between two renderings, for people: a plus before new lines, a minus before old ones.
package struct FileDifference: Sendable, Hashable {
    /// Where more lines than this changed in one file, all of it is shown as replaced.
    static let comparedLinesMax = 4_000
    /// Unchanged lines shown round a change.
    static let contextLines = 3

    package let file: String
    /// The lines as they are shown, each with its mark. Passwords and PINs are not in them.
    package let lines: [String]

    /// The files that differ, in their order; equal renderings give none.
    package static func between(_ old: [String: String], _ new: [String: String]) -> [FileDifference] {
        Set(old.keys).union(new.keys).sorted().compactMap { file in
            guard old[file] != new[file] else { return nil }
            return FileDifference(file: file, old: lines(old[file]), new: lines(new[file]))
        }
    }

    init(file: String, old: [Substring], new: [Substring]) {
        self.file = file
        let changes = LineChanges(old, new)
        var shown = ["--- \(old.isEmpty ? "(nothing)" : file)", "+++ \(new.isEmpty ? "(nothing)" : file)"]
        for hunk in changes.hunks(context: Self.contextLines) {
            shown.append("@@ -\(hunk.oldStart),\(hunk.oldCount) +\(hunk.newStart),\(hunk.newCount) @@")
            shown += hunk.lines.map { "\($0.mark)\(Self.hidingSecrets($0.text))" }
        }
        lines = shown
    }

    package var description: String { lines.joined(separator: "\n") }

    private static func lines(_ text: String?) -> [Substring] {
        var lines = text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The line without a password, or the PIN of a box.
    static func hidingSecrets(_ line: Substring) -> String {
        if line.hasPrefix("password=") { return "password=(secret)" }
        guard let arrow = line.firstRange(of: " => -"), let comma = line[arrow.upperBound...].firstIndex(of: ",") else {
            return String(line)
        }
        return line[..<arrow.upperBound] + "(secret)" + line[comma...]
    }
}
