import ArgumentParser
import Ports

/// `wakeups list`: the wake-ups that are to come.
struct WakeUpsList: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List wake-ups, the next to ring first.",
        discussion: """
            EXAMPLES
              comxfailover wakeups list
              comxfailover wakeups list --on tomorrow
              comxfailover wakeups list --room 101 --all --json
            """)

    @Option(help: ArgumentHelp("Only those of a room.", valueName: "room"))
    var room: String?

    @Option(help: ArgumentHelp("Only those that ring on a day: today, tomorrow, 2026-12-01.", valueName: "day"))
    var on: String?

    @Flag(help: "Also those that are cancelled, or over.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let list: GuestList<WakeUpReport> = try await client.ask(.wakeUps(room: room, day: on, includesOver: all))
        try screen.show(list, or: WakeUpsTable(list: list, layout: screen.layout).text)
        return .ok
    }
}
