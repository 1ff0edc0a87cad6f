import ArgumentParser
import Ports

/// `stays list`: who is in the house.
struct StaysList: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List who is in the house.",
        discussion: """
            EXAMPLES
              comxfailover stays list
              comxfailover stays list --room 101 --json
            """)

    @Option(help: ArgumentHelp("Only the stays in a room.", valueName: "room"))
    var room: String?

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let list: GuestList<StayReport> = try await client.ask(.stays(in: room))
        try screen.show(list, or: StaysTable(list: list, layout: screen.layout).text)
        return .ok
    }
}
