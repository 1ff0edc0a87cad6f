import ArgumentParser
import Ports
import WebConsole

/// `wakeups change`: another time, other days.
struct WakeUpsChange: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Give a wake-up another time or other days.",
        discussion: """
            EXAMPLES
              comxfailover wakeups change S12 --at 07:15
              comxfailover wakeups change S12 --on 2026-11-29
              comxfailover wakeups change S12 --daily --until 2026-12-01
            """)

    @Argument(help: "The wake-up, such as S12.")
    var wakeup: String

    @Option(help: ArgumentHelp("The new time.", valueName: "time"))
    var at: String?

    @OptionGroup var days: WakeUpDaysOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let complaint = days.complaint { throw ValidationError(complaint) }
        if at == nil, !days.daily, days.on.isEmpty { throw ValidationError("add --at, --on or --daily") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = WakeUpBody.ofDesk
        body.times = at.map { [$0] }
        days.fill(&body)
        return try await change(wakeUps: .wakeUp(wakeup, "change", body), with: client, on: screen)
    }
}
