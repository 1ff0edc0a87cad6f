import ArgumentParser
import Ports
import WebConsole

/// `explain`: why it did, or did not, act.
struct Explain: NodeVerb {
    static let configuration = CommandConfiguration(
        abstract: "Show the latest decisions of this node with their evidence.",
        discussion: """
            Newest first: what was decided about the peer, the items, the ownership, the database and the node \
            itself, and what each decision rested on.

            EXAMPLES
              comxfailover explain
              comxfailover explain --limit 5
            """)

    @Option(help: ArgumentHelp("How many decisions, 1 to \(APILimits.explainMax).", valueName: "number"))
    var limit = 20

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...APILimits.explainMax).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to \(APILimits.explainMax), not \(limit)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let decisions: [DecisionReport] = try await client.ask(.explain(limit: limit))
        let list = DecisionList(decisions: decisions, now: screen.now, layout: screen.layout)
        try screen.show(decisions, or: list.text)
        return .ok
    }
}
