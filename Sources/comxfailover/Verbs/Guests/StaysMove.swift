import ArgumentParser
import HotelLogic
import Ports
import Vocabulary
import WebConsole

/// `stays move`: guests change their room.
struct StaysMove: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move guests to another room.",
        discussion: """
            Their wake-ups, messages, lamp, do-not-disturb and rights to dial go along.

            EXAMPLES
              comxfailover stays move 101 102
              comxfailover stays move S12 205 --sharing
            """)

    @Argument(help: "The room they are in, or the stay.")
    var stay: String

    @Argument(help: "The room they move to.")
    var room: String

    @Flag(help: "Somebody else may be in that room already.")
    var sharing = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.room = room
        body.isSharing = sharing
        return try await change(.stay(stay, "move", body), with: client, on: screen) { receipt in
            "Moved to room \(room): stay \(receipt.stay?.description ?? "unknown")."
        }
    }
}
