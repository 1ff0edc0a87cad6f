/// Why a verb cannot give what was asked for: one line, and the number for the shell.
struct VerbFailure: Error, Sendable, Hashable {
    let status: ExitStatus
    let words: String
}
