import ArgumentParser
import HotelLogic

/// `list` of one kind of entry.
struct EntryList<Verbs: EntryVerbs>: NodeVerb {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List them.",
            discussion: """
                Passwords are hidden unless --reveal is given.

                \(EntryExamples.lines(["\(Verbs.kind.rawValue) list", "\(Verbs.kind.rawValue) list --json"]))
                """)
    }

    @Flag(help: "Show passwords.")
    var reveal = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let entries: [Verbs.Entry] = try await client.ask(.entries(Verbs.kind, reveals: reveal))
        let lines = entries.isEmpty ? [Self.none] : Verbs.sheet(entries, screen.layout)
        try screen.show(entries, or: lines.joined(separator: "\n"))
        return .ok
    }

    private static var none: String {
        let verb = Verbs.kind == .personalSettings ? "edit" : "add"
        return "There is none. Add one: comxfailover \(Verbs.kind.rawValue) \(verb) --help"
    }
}
