import ArgumentParser
import Ports
import WebConsole

/// `wakeups cancel`: nobody wants to be woken any more.
struct WakeUpsCancel: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel a wake-up, or those of a room.",
        discussion: """
            With --on a daily wake-up goes on ringing on its other days: what comes after the day gets a name of \
            its own.

            EXAMPLES
              comxfailover wakeups cancel S12
              comxfailover wakeups cancel --room 101
              comxfailover wakeups cancel --room 101 --at 06:30 --on tomorrow
            """)

    @Argument(help: "The wake-up, such as S12.")
    var wakeup: String?

    @Option(help: ArgumentHelp("All those of a room.", valueName: "room"))
    var room: String?

    @Option(help: ArgumentHelp("Only those of the room that ring at this time.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("And on this day alone: today, tomorrow, 2026-12-01.", valueName: "day"))
    var on: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (wakeup == nil) != (room == nil) else { throw ValidationError("name either a wake-up or --room") }
        if room == nil, at != nil || on != nil { throw ValidationError("--at and --on are of a room: add --room") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = WakeUpBody.ofDesk
        if let wakeup {
            return try await change(wakeUps: .wakeUp(wakeup, "cancel", body), with: client, on: screen)
        }
        body.rooms = room
        body.times = at.map { [$0] }
        body.days = on.map { [$0] }
        return try await change(wakeUps: .cancelWakeUps(body), with: client, on: screen)
    }
}
