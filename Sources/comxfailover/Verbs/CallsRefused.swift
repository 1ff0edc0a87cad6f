import ArgumentParser
import Ports

/// `calls refused`: lines of Asterisk's call files that are no records.
struct CallsRefused: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "refused",
        abstract: "List lines of this node's call files that are no records.",
        discussion: """
            Whatever stands in Asterisk's call files and cannot be read as a record is kept aside with the reason, \
            10,000 lines at most. They belong to this node alone. A call of such a line has no record.

            EXAMPLES
              comxfailover calls refused
              comxfailover calls refused --limit 1000 --json
            """)

    @Option(help: ArgumentHelp("How many lines, 1 to \(CallQuery.limitMax).", valueName: "number"))
    var limit = 50

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...CallQuery.limitMax).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to \(CallQuery.limitMax), not \(limit)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let lines: [RefusedLineReport] = try await client.ask(.refusedLines(limit: limit))
        try screen.show(lines, or: RefusedLineSheet(lines: lines, now: screen.now).text)
        return .ok
    }
}
