import ArgumentParser
import HotelLogic

/// `add` of one kind of entry.
struct EntryAdd<Verbs: EntryVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "Add one or several.",
            discussion: "\(Verbs.examples.words)\n\n\(EntryExamples.lines(Verbs.examples.add))")
    }

    @Argument(help: "What is added: a number or a name, several, or for extensions and rooms a range.")
    var keys: [String]

    @OptionGroup(title: "Fields") var fields: Verbs.Fields
    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(.addEntries(Verbs.kind, keys, fields.texts), with: client, on: screen)
    }
}
