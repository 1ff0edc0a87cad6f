import ArgumentParser
import HotelLogic
import Ports
import WebConsole

/// `stays expect`: when guests leave.
struct StaysExpect: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "expect",
        abstract: "Set the day on which guests are expected to leave.",
        discussion: """
            EXAMPLES
              comxfailover stays expect 101 2026-12-01
              comxfailover stays expect 101 unknown
            """)

    @Argument(help: "The room they are in, or the stay.")
    var stay: String

    @Argument(help: "today, tomorrow, 2026-12-01, or unknown.")
    var day: String

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.departs = day == "unknown" ? nil : day
        return try await change(.stay(stay, "departure", body), with: client, on: screen) { receipt in
            "Stay \(receipt.stay?.description ?? "unknown") is expected to leave: \(day)."
        }
    }
}
