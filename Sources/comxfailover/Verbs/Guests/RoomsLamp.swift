import ArgumentParser
import Ports
import WebConsole

/// `rooms lamp`: the message lamp of a room.
struct RoomsLamp: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "lamp",
        abstract: "Light the message lamp of a room's phones, or put it out.",
        discussion: """
            It tells of messages at the desk; those in the voicemail box light it by themselves.

            EXAMPLES
              comxfailover rooms lamp 101 on --messages 2
              comxfailover rooms lamp 101 off
            """)

    @Argument(help: "The room.")
    var room: String

    @Argument(help: "on or off.")
    var state: Switch

    @Option(help: ArgumentHelp("How many messages wait at the desk.", valueName: "number"))
    var messages: Int?

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.isOn = state.isOn
        body.waiting = messages
        return try await change(.room(room, "lamp", body), with: client, on: screen) { _ in
            "Room \(room): the message lamp is \(state.rawValue)."
        }
    }
}
