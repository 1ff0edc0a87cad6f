import ArgumentParser

/// `classes`: classes of service, what phones may dial.
struct Classes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "Classes of service: what phones may dial.",
        discussion: """
            A house that makes none of its own has five: 1 internal, 2 local, 3 national, 4 international, \
            5 unrestricted. Emergency numbers are always allowed. The owner of the configuration, normally the \
            Primary, writes them; they are copied to the other node.
            """,
        subcommands: [
            EntryList<ClassVerbs>.self, EntryAdd<ClassVerbs>.self, EntryEdit<ClassVerbs>.self,
            EntryRemove<ClassVerbs>.self,
        ], defaultSubcommand: EntryList<ClassVerbs>.self)
}
