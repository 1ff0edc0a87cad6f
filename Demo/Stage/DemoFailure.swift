/// Why the demonstration cannot go on.
enum DemoFailure: Error, Sendable, Hashable {
    /// The machine lacks something, or refuses it.
    case machine(String)
    /// A program ended badly: its command line and what it said.
    case program(String, said: String)
    /// Something that was waited for did not come in time.
    case neverCame(String, limit: Duration)
    /// A node does not behave as it promises.
    case unexpected(String)

    /// What went wrong, for the person in front of it.
    var words: String {
        switch self {
        case .machine(let words), .unexpected(let words): words
        case .program(let line, let said): "\(line): \(said.isEmpty ? "it failed without a word" : said)"
        case .neverCame(let what, let limit): "waited \(limit.components.seconds) s in vain until \(what)"
        }
    }
}
