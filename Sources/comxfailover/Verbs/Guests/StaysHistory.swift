import ArgumentParser
import Ports

/// `stays history`: who changed what.
struct StaysHistory: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show who changed what in stays and rooms, newest first.",
        discussion: """
            Both nodes' changes, by whom and by which way: desk, phone, pms, web. It holds no names of guests.

            EXAMPLES
              comxfailover stays history
              comxfailover stays history --room 101 --limit 10
            """)

    @Option(help: ArgumentHelp("Only what happened to a room.", valueName: "room"))
    var room: String?

    @Option(help: ArgumentHelp("How many lines, 1 to \(StayHistoryQuery.limitMax).", valueName: "number"))
    var limit = 50

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...StayHistoryQuery.limitMax).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to \(StayHistoryQuery.limitMax), not \(limit)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let lines: [StayHistoryReport] = try await client.ask(.stayHistory(room: room, limit: limit))
        try screen.show(lines, or: StayHistoryTable(lines: lines, layout: screen.layout).text)
        return .ok
    }
}
