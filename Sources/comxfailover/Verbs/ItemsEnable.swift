import ArgumentParser
import Vocabulary

/// `items enable`: begins to copy an item.
struct ItemsEnable: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Switch an item on.",
        discussion: """
            Puts the triggers on the item's tables and begins to copy them. Where both nodes have rows already, the \
            item waits for you to choose a direction: comxfailover replication repair ITEM --from primary|secondary

            EXAMPLE
              comxfailover items enable call-records
            """)

    @Argument(help: "An item's name: lower-case letters, digits and hyphens, a letter first.")
    var item: ItemName

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.enable(item), with: client, on: screen) { _ in "The item \(item) is switched on." }
    }
}
