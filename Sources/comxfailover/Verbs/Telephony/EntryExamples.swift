/// Examples for the help of the verbs of one kind of entry.
struct EntryExamples: Sendable {
    /// What `add` is worth knowing about.
    let words: String
    let add: [String]
    let edit: String
    let remove: String

    /// The lines of the help, below their heading.
    static func lines(_ commands: [String]) -> String {
        "EXAMPLES\n" + commands.map { "  comxfailover \($0)" }.joined(separator: "\n")
    }
}
