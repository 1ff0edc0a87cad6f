import ArgumentParser
import HotelLogic

/// `list` of settings of which there is one entry.
struct SettingsList<Verbs: SettingsVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "Show them.",
            discussion: """
                Passwords are hidden unless --reveal is given.

                \(EntryExamples.lines(["\(Verbs.Entry.kind.rawValue) list"]))
                """)
    }

    @Flag(help: "Show passwords.")
    var reveal = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let entry: Verbs.Entry = try await client.ask(.entries(Verbs.Entry.kind, reveals: reveal))
        try screen.show(entry, or: Verbs.sheet(entry, screen.layout).joined(separator: "\n"))
        return .ok
    }
}
