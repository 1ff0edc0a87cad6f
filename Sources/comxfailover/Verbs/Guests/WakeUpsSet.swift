import ArgumentParser
import Ports
import Vocabulary
import WebConsole

/// `wakeups set`: somebody wants to be woken.
struct WakeUpsSet: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set wake-ups for a room or for a group.",
        discussion: """
            Without a day it rings when the hotel's clock shows the time next. A request is carried out whole, or \
            refused with all reasons. A time that does not exist, in the night on which clocks go forward, rings at \
            the first valid moment after it.

            EXAMPLES
              comxfailover wakeups set 06:30 --room 101
              comxfailover wakeups set 06:30 06:45 --room 101 --on tomorrow
              comxfailover wakeups set 07:00 --room 101 --daily --until 2026-12-01
              comxfailover wakeups set 05:15 --rooms 101-120,205 --on 2026-11-28
            """)

    @Argument(help: "The time; several are several calls.")
    var times: [String]

    @Option(
        name: [.customLong("rooms"), .customLong("room")],
        help: ArgumentHelp("The rooms: 101, or 101-120,205.", valueName: "rooms"))
    var rooms: [String]

    @OptionGroup var days: WakeUpDaysOptions

    @Option(
        name: .customLong("extension"),
        help: ArgumentHelp("One phone of the room; otherwise all of them.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("The language of the announcement: two letters, such as de.", valueName: "language"))
    var language: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if rooms.isEmpty { throw ValidationError("name the room: --room 101") }
        if let complaint = days.complaint { throw ValidationError(complaint) }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = WakeUpBody.ofDesk
        body.rooms = rooms.joined(separator: ",")
        body.times = times
        days.fill(&body)
        body.number = number
        body.language = language
        return try await change(wakeUps: .setWakeUps(body), with: client, on: screen)
    }
}
