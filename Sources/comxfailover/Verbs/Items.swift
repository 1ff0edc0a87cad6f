import ArgumentParser

/// `items`: what is copied.
struct Items: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, switch, add and remove the items that are copied.",
        discussion: """
            An item is a named set of tables with a rule that says who may write them. Items are switched and added \
            on the Primary; the Secondary follows.
            """,
        subcommands: [
            ItemsList.self, ItemsEnable.self, ItemsDisable.self, ItemsAdd.self, ItemsRemove.self,
        ], defaultSubcommand: ItemsList.self)
}
