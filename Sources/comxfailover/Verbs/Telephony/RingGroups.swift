import ArgumentParser

/// `ring-groups`: numbers behind which several extensions ring.
struct RingGroups: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ring-groups",
        abstract: "Numbers behind which several extensions ring.",
        discussion: """
            The owner of the configuration, normally the Primary, writes them; they are copied to \
            the other node.
            """,
        subcommands: [
            EntryList<RingGroupVerbs>.self, EntryAdd<RingGroupVerbs>.self, EntryEdit<RingGroupVerbs>.self,
            EntryRemove<RingGroupVerbs>.self, EntryImportFile<RingGroupVerbs>.self,
        ], defaultSubcommand: EntryList<RingGroupVerbs>.self)
}
