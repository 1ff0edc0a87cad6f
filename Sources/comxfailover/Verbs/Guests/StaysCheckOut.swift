import ArgumentParser
import HotelLogic
import Ports
import WebConsole

/// `stays check-out`: guests leave.
struct StaysCheckOut: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "check-out",
        abstract: "Check guests out: one stay, or all of a room.",
        discussion: """
            With the last guests of a room go their wake-ups, messages, lamp, do-not-disturb and rights to dial; its \
            voicemail box is emptied and closed.

            EXAMPLES
              comxfailover stays check-out 101
              comxfailover stays check-out S12
            """)

    @Argument(help: "The room, or one stay.")
    var stay: String

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(.stay(stay, "check-out", .ofDesk), with: client, on: screen) { receipt in
            receipt.stay.map { "Checked out: stay \($0)." } ?? "Checked out: all of room \(stay)."
        }
    }
}
