import ArgumentParser
import HotelLogic

/// `edit` of settings of which there is one entry.
struct SettingsEdit<Verbs: SettingsVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit", abstract: "Change them.",
            discussion: """
                Only the fields that are named change. An empty text, '', puts a field back to its standard.

                \(EntryExamples.lines([Verbs.example]))
                """)
    }

    @OptionGroup(title: "Fields") var fields: Verbs.Fields
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if fields.texts.isEmpty { throw ValidationError("name at least one field to change") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(.editSettings(Verbs.Entry.kind, fields.texts), with: client, on: screen)
    }
}
