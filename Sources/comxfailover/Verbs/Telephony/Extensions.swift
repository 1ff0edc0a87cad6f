import ArgumentParser

/// `extensions`: extensions of staff and guests.
struct Extensions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extensions",
        abstract: "Extensions of staff and guests.",
        discussion: """
            The owner of the configuration, normally the Primary, writes them; they are copied to \
            the other node.
            """,
        subcommands: [
            EntryList<ExtensionVerbs>.self, EntryAdd<ExtensionVerbs>.self, EntryEdit<ExtensionVerbs>.self,
            EntryRemove<ExtensionVerbs>.self, EntryImportFile<ExtensionVerbs>.self,
        ], defaultSubcommand: EntryList<ExtensionVerbs>.self)
}
