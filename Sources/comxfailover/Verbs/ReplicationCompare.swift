import ArgumentParser
import Vocabulary

/// `replication compare`: looks for rows that differ.
struct ReplicationCompare: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the rows of an item, or of all, with the peer's.",
        discussion: """
            Compares by digests of key ranges and changes nothing. It also finds what triggers cannot see: TRUNCATE, \
            cascades of foreign keys, tables made anew. Ctrl-C stops it, in the daemon too.

            The exit code is 0 where no row differs, 1 where some do, 75 where the work was broken off.

            EXAMPLES
              comxfailover replication compare
              comxfailover replication compare stays
            """)

    @Argument(help: "The item's name; without it, every item that is switched on.")
    var item: ItemName?

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let summary = try await follow(.compare(item), with: client, on: screen)
        guard summary.ending == .done else { return .temporary }
        return summary.foundDifferences ? .found : .ok
    }
}
