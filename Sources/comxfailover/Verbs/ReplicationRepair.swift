import ArgumentParser
import Vocabulary

/// `replication repair`: makes the rows of an item the same on both nodes.
struct ReplicationRepair: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Copy the rows that differ from one node to the other.",
        discussion: """
            Copies only the key ranges that differ. The rows that lose go whole to the conflict ledger, where \
            comxfailover replication conflicts shows them and restore puts them back. Ctrl-C stops it between two \
            ranges; what was repaired stays repaired.

            This is also the answer to the first contact of two nodes that both have rows: --from says whose rows \
            are right.

            The exit code is 0 where the item was repaired, 75 where the work was broken off.

            EXAMPLES
              comxfailover replication repair staff-extensions
              comxfailover replication repair personal-settings --from secondary
            """)

    @Argument(help: "An item's name: lower-case letters, digits and hyphens, a letter first.")
    var item: ItemName

    @Option(help: "Whose rows are right; without it, those of the item's owner.")
    var from: Mode?

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let summary = try await follow(.repair(item, from: from), with: client, on: screen)
        return summary.ending == .done ? .ok : .temporary
    }
}
