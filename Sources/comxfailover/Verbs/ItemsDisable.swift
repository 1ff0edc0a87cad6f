import ArgumentParser
import Vocabulary

/// `items disable`: stops copying an item.
struct ItemsDisable: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Switch an item off.",
        discussion: """
            Stops the copy and takes the triggers off the item's tables. The rows stay on both nodes.

            EXAMPLE
              comxfailover items disable call-records
            """)

    @Argument(help: "An item's name: lower-case letters, digits and hyphens, a letter first.")
    var item: ItemName

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.disable(item), with: client, on: screen) { _ in "The item \(item) is switched off." }
    }
}
