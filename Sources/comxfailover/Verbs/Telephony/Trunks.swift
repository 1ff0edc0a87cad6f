import ArgumentParser

/// `trunks`: this node's trunks to providers.
struct Trunks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trunks",
        abstract: "This node's trunks to providers.",
        discussion: """
            Each node has trunks of its own; they are never copied. The trunk between the two nodes \
            is made by the program.
            """,
        subcommands: [
            EntryList<TrunkVerbs>.self, EntryAdd<TrunkVerbs>.self, EntryEdit<TrunkVerbs>.self,
            EntryRemove<TrunkVerbs>.self, EntryImportFile<TrunkVerbs>.self,
        ], defaultSubcommand: EntryList<TrunkVerbs>.self)
}
