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
            Their wake-ups go along. Where they leave nobody behind, so do their messages and the lamp, into an empty \
            room do-not-disturb and rights to dial as well; in a room that is let, messages join those that are \
            there, and do-not-disturb and rights stay as they are. Where others stay in the old room, messages and \
            lamp stay there.

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
