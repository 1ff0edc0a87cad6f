import ArgumentParser

/// `speed-dials`: short codes and the numbers behind them.
struct SpeedDials: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed-dials",
        abstract: "Short codes and the numbers behind them.",
        discussion: """
            The owner of the configuration, normally the Primary, writes them; they are copied to \
            the other node.
            """,
        subcommands: [
            EntryList<SpeedDialVerbs>.self, EntryAdd<SpeedDialVerbs>.self, EntryEdit<SpeedDialVerbs>.self,
            EntryRemove<SpeedDialVerbs>.self, EntryImportFile<SpeedDialVerbs>.self,
        ], defaultSubcommand: EntryList<SpeedDialVerbs>.self)
}
