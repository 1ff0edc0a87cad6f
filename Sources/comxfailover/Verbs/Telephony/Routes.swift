import ArgumentParser

/// `routes`: this node's routes: from outside and to outside.
struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "This node's routes: from outside and to outside.",
        discussion: """
            Each node has routes of its own; they are never copied.
            """,
        subcommands: [
            EntryList<RouteVerbs>.self, EntryAdd<RouteVerbs>.self, EntryEdit<RouteVerbs>.self,
            EntryRemove<RouteVerbs>.self, EntryImportFile<RouteVerbs>.self,
        ], defaultSubcommand: EntryList<RouteVerbs>.self)
}
