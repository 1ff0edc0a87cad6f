/// Why the lab, or something in it, did not do what was wanted.
package enum LabFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The machine lacks something; the second word is the command that helps.
    case missing(String, helps: String)
    /// A program ended badly: its command line and what it said.
    case program(String, said: String)
    /// A process could not be started.
    case notStarted(program: String, number: Int32)
    /// What is asked for does not run.
    case notRunning(String)
    /// What was waited for did not come in time; the last thing that was seen of it.
    case neverCame(String, seconds: Double, seen: String)
    /// Something is not as the lab needs it.
    case unusable(String)

    /// What went wrong, for the person in front of it.
    package var description: String {
        switch self {
        case .missing(let what, let help): "\(what) is missing; run as root: \(help)"
        case .program(let line, let said): "\(line): \(said.isEmpty ? "it failed without a word" : said)"
        case .notStarted(let program, let number): "\(program) could not be started: error \(number)"
        case .notRunning(let what): "\(what) does not run"
        case .neverCame(let what, let seconds, let seen): "not within \(seconds) s: \(what); last seen: \(seen)"
        case .unusable(let words): words
        }
    }
}
