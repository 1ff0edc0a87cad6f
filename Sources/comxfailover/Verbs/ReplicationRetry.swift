import ArgumentParser
import Vocabulary

/// `replication retry`: lets a quarantined item try again.
struct ReplicationRetry: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Let a quarantined item try again.",
        discussion: """
            A row that cannot be applied stops its item, and no other. comxfailover status names the row and says \
            what MariaDB said. Put the cause right, then let the item try again.

            EXAMPLE
              comxfailover replication retry stays
            """)

    @Argument(help: "An item's name: lower-case letters, digits and hyphens, a letter first.")
    var item: ItemName

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.retry(item), with: client, on: screen) { _ in "The item \(item) tries again." }
    }
}
