import ArgumentParser
import HotelLogic

/// `edit` of one kind of entry.
struct EntryEdit<Verbs: EntryVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit", abstract: "Change one or several.",
            discussion: """
                Only the fields that are named change. An empty text, '', puts a field back to its standard.

                \(EntryExamples.lines([Verbs.examples.edit]))
                """)
    }

    @Argument(help: "What is changed: a number or a name, several, or for extensions and rooms a range.")
    var keys: [String]

    @OptionGroup(title: "Fields") var fields: Verbs.Fields
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if fields.texts.isEmpty { throw ValidationError("name at least one field to change") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(.editEntries(Verbs.kind, keys, fields.texts), with: client, on: screen)
    }
}
