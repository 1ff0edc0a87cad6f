import ArgumentParser
import HotelLogic

/// `remove` of one kind of entry.
struct EntryRemove<Verbs: EntryVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove", abstract: "Remove one or several.",
            discussion: """
                What others refer to is refused with the reason: a member of a group, a trunk of a route.

                \(EntryExamples.lines([Verbs.examples.remove]))
                """)
    }

    @Argument(help: "What is removed: a number or a name, several, or for extensions and rooms a range.")
    var keys: [String]

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(.removeEntries(Verbs.kind, keys), with: client, on: screen)
    }
}
