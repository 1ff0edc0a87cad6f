import ArgumentParser
import Vocabulary

/// `items remove`: forgets an item.
struct ItemsRemove: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Forget an item that was added.",
        discussion: """
            Takes the triggers off its tables and forgets its cursor. The tables and their rows stay on both nodes.

            EXAMPLE
              comxfailover items remove freepbx-users
            """)

    @Argument(help: "An item's name: lower-case letters, digits and hyphens, a letter first.")
    var item: ItemName

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.remove(item), with: client, on: screen) { _ in "The item \(item) is removed." }
    }
}
