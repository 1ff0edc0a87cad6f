import ArgumentParser
import Ports
import WebConsole

/// `rooms class`: what a room's phones may dial.
struct RoomsClass: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "class",
        abstract: "Choose what a room's phones may dial.",
        discussion: """
            A class by its number (comxfailover classes list), `standard` for the house's own, of rooms that are let \
            and of those that are not, or `closed` for nothing outside but emergency calls.

            EXAMPLES
              comxfailover rooms class 101 3
              comxfailover rooms class 101 standard
              comxfailover rooms class 101 closed
            """)

    @Argument(help: "The room.")
    var room: String

    @Argument(help: "A class, standard or closed.")
    var choice: String

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard ["standard", "closed"].contains(choice) || Int(choice) != nil else {
            throw ValidationError("`\(choice.printable)` is no class; give its number, standard or closed")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.isOpen = choice != "closed"
        body.classOfService = Int(choice)
        return try await change(.room(room, "calling", body), with: client, on: screen) { _ in
            choice == "closed" ? "Room \(room) is closed for calls outside." : "Room \(room): class \(choice)."
        }
    }
}
