import ArgumentParser
import Ports

/// `items list`: every item and how its copy stands.
struct ItemsList: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the items and how their copies stand.",
        discussion: """
            WAITING counts the rows known to be waiting at the peer, APPLIED those taken over since the daemon \
            started. LAG is the median time from the commit there to the commit here; AGE is the time since this \
            node last knew that it had everything.

            EXAMPLES
              comxfailover items
              comxfailover items list --json | jq '.[] | select(.enabled)'
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let items: [ItemReport] = try await client.ask(.items)
        try screen.show(items, or: ItemsTable(items: items, layout: screen.layout).text)
        return .ok
    }
}
