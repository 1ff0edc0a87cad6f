import ArgumentParser
import HotelLogic
import Ports
import WebConsole

/// `stays name`: who the guests are.
struct StaysName: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "name",
        abstract: "Name the guests of a stay, or set the language they are spoken to in.",
        discussion: """
            With --name all guests of the stay are named anew, the main guest first. --language alone leaves the \
            names; an empty one, '', is the house's own.

            EXAMPLES
              comxfailover stays name 101 --name 'Ada Lovelace' --title Ms --language en
              comxfailover stays name S12 --language fr
            """)

    @Argument(help: "The room they are in, or the stay.")
    var stay: String

    @OptionGroup var guests: GuestOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let complaint = guests.complaint { throw ValidationError(complaint) }
        if guests.name.isEmpty, guests.language == nil { throw ValidationError("add --name or --language") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.guests = guests.guests
        body.language = guests.language.flatMap { $0.isEmpty ? nil : $0 }
        let act = guests.name.isEmpty ? "language" : "guests"
        return try await change(.stay(stay, act, body), with: client, on: screen) { receipt in
            "Stay \(receipt.stay?.description ?? "unknown") is named."
        }
    }
}
