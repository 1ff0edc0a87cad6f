import ArgumentParser
import Testing

@testable import comxfailover

/// What a verb wrote, complained of, and told the shell.
struct VerbOutcome: Sendable {
    let status: comxfailover.ExitStatus
    let output: String
    let complaints: [String]

    /// Parses the words and performs the verb on a screen in memory.
    static func perform(_ words: [String]) async throws -> VerbOutcome {
        let verb = try #require(try Comxfailover.parseAsRoot(words) as? any NodeVerb)
        let paper = Paper()
        var complaints: [String] = []
        let status = await verb.outcome(on: paper.screen(wantsJSON: verb.options.json)) { complaints.append($0) }
        return VerbOutcome(status: status, output: paper.text, complaints: complaints)
    }
}
