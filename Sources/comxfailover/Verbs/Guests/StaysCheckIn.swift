import ArgumentParser
import HotelLogic
import Ports
import Vocabulary
import WebConsole

/// `stays check-in`: guests arrive.
struct StaysCheckIn: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "check-in",
        abstract: "Check guests in to a room.",
        discussion: """
            The room's phones get the guests' rights and name, and its voicemail box is opened, empty. A room that \
            is let is refused, unless --sharing says that the guests share it. The same --reservation again in the \
            same room checks nobody in twice: it changes names, and the departure where it tells one. With --sharing \
            another main guest under it is checked in beside the first.

            EXAMPLES
              comxfailover stays check-in 101 --name 'Ada Lovelace' --language en --departs 2026-12-01
              comxfailover stays check-in 101 --name 'Babbage, Charles' --sharing
              comxfailover stays check-in 205 --reservation 4711 --departs tomorrow --json
            """)

    @Argument(help: "The room.")
    var room: String

    @OptionGroup var guests: GuestOptions

    @Option(help: ArgumentHelp("When they leave: tomorrow or 2026-12-01.", valueName: "day"))
    var departs: String?

    @Option(help: ArgumentHelp("The management system's own number of the stay.", valueName: "number"))
    var reservation: String?

    @Flag(help: "Somebody else may be in the room already.")
    var sharing = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let complaint = guests.complaint { throw ValidationError(complaint) }
        if guests.name.isEmpty, guests.language != nil { throw ValidationError("--language needs --name") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.room = room
        body.guests = guests.guests
        body.departs = departs
        body.reservation = reservation
        body.isSharing = sharing
        return try await change(.checkIn(body), with: client, on: screen) { receipt in
            "Checked in to room \(room): stay \(receipt.stay?.description ?? "unknown")."
        }
    }
}
