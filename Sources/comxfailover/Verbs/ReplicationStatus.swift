import ArgumentParser
import Ports

/// `replication status`: feed and cursors.
struct ReplicationStatus: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the feed of this node and the cursor of every item.",
        discussion: """
            The head is the newest change of this node; below the settled head nothing can still appear. An item's \
            cursor is the place in the peer's feed up to which everything is applied here.

            The exit code is 0 where every item that is switched on is current, otherwise 1. With --json the value \
            is that of comxfailover status.

            EXAMPLE
              comxfailover replication status
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let report: NodeReport = try await client.ask(.status)
        try screen.show(report, or: ReplicationTable(report: report, layout: screen.layout).text)
        return HealthVerdict(report: report).itemsAreCurrent ? .ok : .found
    }
}
